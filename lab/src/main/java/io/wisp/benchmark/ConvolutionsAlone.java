package io.wisp.benchmark;

import io.wisp.base.CloseOnFailure;
import io.wisp.engine.Engine;
import io.wisp.engine.Gradients;
import io.wisp.engine.Scope;
import io.wisp.engine.Tensors;
import io.wisp.network.ConvolutionShape;
import io.wisp.network.UNetConfig;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bytedeco.pytorch.Tensor;

/**
 * All convolutions of one forward, one after the other, and nothing between them: what a forward
 * would take if all else cost nothing. Each has weights of its own, so that they come from memory
 * as in the network; images of one shape are shared.
 */
final class ConvolutionsAlone implements Workload {
  private record Step(ConvolutionKernel kernel, Tensor images) {}

  private final List<Step> steps = new ArrayList<>();
  private final Map<List<Integer>, Tensor> images = new LinkedHashMap<>();

  ConvolutionsAlone(UNetConfig config, ConvolutionForm form, TensorFormat format, Engine engine) {
    try (CloseOnFailure opened = new CloseOnFailure();
        Scope scope = new Scope()) {
      opened.add(this);
      for (ConvolutionShape shape : ConvolutionShape.of(config)) {
        int side = shape.side();
        Tensor input =
            images.computeIfAbsent(
                List.of(shape.inputs(), side),
                key -> scope.own(format.random(engine, 1, shape.inputs(), side, side)));
        steps.add(new Step(form.kernel(shape, format, engine), input));
      }
      opened.keep();
    }
  }

  /** The task for one image, in the layout that is fastest for each number format. */
  static Task task(ConvolutionForm form) {
    String name =
        switch (form) {
          case PLAIN -> "its convolutions alone";
          case PREPACKED -> "its convolutions alone, prepacked";
        };
    return new Task(
        name,
        "image",
        1,
        engine -> form.works(TensorFormat.fastest(engine.precision()), engine),
        variant ->
            new ConvolutionsAlone(
                variant.settings().network(),
                form,
                TensorFormat.fastest(variant.engine().precision()),
                variant.engine()));
  }

  @Override
  public void run() {
    try (Gradients off = Gradients.off()) {
      for (Step step : steps) {
        try (Scope scope = new Scope()) {
          step.kernel().apply(step.images());
        }
      }
    }
    waitForDevice();
  }

  /** A value arrives only after everything requested before it. */
  private void waitForDevice() {
    try (Scope scope = new Scope()) {
      Tensors.toFloats(steps.get(0).images().select(0, 0).select(0, 0).select(0, 0).select(0, 0));
    }
  }

  @Override
  public void close() {
    steps.forEach(step -> step.kernel().close());
    images.values().forEach(Tensor::close);
  }
}
