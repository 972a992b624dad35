package io.wisp.network;

import io.wisp.base.CloseOnFailure;
import io.wisp.engine.Engine;
import io.wisp.engine.Gradients;
import io.wisp.engine.Scope;
import io.wisp.engine.Tensors;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/**
 * The named parameters of one network, and the owner of their memory.
 *
 * <p>All values lie in one flat float32 vector, and each parameter is a view into it: so the
 * optimiser, the moving average and the checkpoint handle one tensor instead of hundreds.
 *
 * <p>Layers declare their parameters while the network is built; {@link #materialise} then makes
 * the tensors. Until then a {@link Parameter} is only a name and a shape.
 *
 * <p>The network closes them. Several threads may read them, as long as none changes them: neither
 * {@link #assign} nor a training step may go on meanwhile.
 */
public final class Parameters implements AutoCloseable {
  private final Map<String, Parameter> declared = new LinkedHashMap<>();
  private final Map<String, Tensor> tensors = new LinkedHashMap<>();
  private Tensor flat;

  /** Declares a parameter; {@code name} is its full name. */
  Parameter declare(String name, Init init, long fanIn, long... shape) {
    Parameter parameter = new Parameter(name, init, fanIn, shape);
    if (declared.put(name, parameter) != null) {
      throw new IllegalStateException("parameter " + name + " is declared twice");
    }
    return parameter;
  }

  /**
   * Makes the tensors, on the engine's device, with values from the source; none is left if that
   * fails.
   */
  void materialise(Engine engine, ParameterSource source) {
    try (CloseOnFailure opened = new CloseOnFailure();
        Scope scope = new Scope()) {
      opened.add(this);
      List<Tensor> parts = new ArrayList<>();
      for (Parameter parameter : declared.values()) {
        float[] values =
            source.values(parameter.name, parameter.shape, parameter.init, parameter.fanIn);
        parts.add(Tensors.of(values, values.length));
      }
      Tensor joined =
          torch.cat(new org.bytedeco.pytorch.TensorVector(parts.toArray(Tensor[]::new)));
      flat = scope.own(joined.to(engine.device(), torch.ScalarType.Float));
      bindViews(scope);
      if (source instanceof FileSource file) {
        file.requireNothingElse(this);
      }
      opened.keep();
    }
  }

  private void bindViews(Scope scope) {
    long offset = 0;
    for (Parameter parameter : declared.values()) {
      Tensor view = scope.own(flat.narrow(0, offset, parameter.count()).view(parameter.shape));
      parameter.bind(view);
      tensors.put(parameter.name, view);
      offset += parameter.count();
    }
  }

  /** Every parameter by its name, in the order of declaration; shapes as in guided-diffusion. */
  public Map<String, Tensor> tensors() {
    return Collections.unmodifiableMap(tensors);
  }

  /** The names, in plain string order. */
  public List<String> sortedNames() {
    return declared.keySet().stream().sorted().toList();
  }

  /** All values in one float32 vector; the parameters are views into it. */
  public Tensor flat() {
    return flat;
  }

  /** Number of values in the network. */
  public long count() {
    return declared.values().stream().mapToLong(Parameter::count).sum();
  }

  /** A flat vector's pieces by parameter name, row-major floats: for checkpoints. */
  public Map<String, float[]> split(Tensor vector) {
    Map<String, float[]> pieces = new LinkedHashMap<>();
    long offset = 0;
    for (Parameter parameter : declared.values()) {
      try (Scope scope = new Scope()) {
        pieces.put(
            parameter.name,
            Tensors.toFloats(vector.narrow(0, offset, parameter.count()).view(parameter.shape)));
      }
      offset += parameter.count();
    }
    return pieces;
  }

  /** Shapes by parameter name. */
  public Map<String, long[]> shapes() {
    Map<String, long[]> shapes = new LinkedHashMap<>();
    for (Entry<String, Parameter> entry : declared.entrySet()) {
      shapes.put(entry.getKey(), entry.getValue().shape);
    }
    return shapes;
  }

  /** Whether gradients are recorded for the parameters. */
  public void requireGradients(boolean on) {
    tensors.values().forEach(tensor -> tensor.requires_grad_(on));
    refresh();
  }

  /**
   * Makes every parameter's gradient a view into one vector, so that backward passes accumulate
   * there.
   *
   * @param vector zeros, as long as {@link #flat}
   */
  public void collectGradientsIn(Tensor vector) {
    try (Scope scope = new Scope();
        Gradients off = Gradients.off()) {
      long offset = 0;
      for (Parameter parameter : declared.values()) {
        Tensor piece = vector.narrow(0, offset, parameter.count()).view(parameter.shape);
        parameter.tensor().mutable_grad().put(piece);
        offset += parameter.count();
      }
    }
  }

  /** Drops copies in other number formats; call it when the values have changed. */
  public void refresh() {
    declared.values().forEach(Parameter::refresh);
  }

  /**
   * Overwrites a vector that has a place for every parameter, such as {@link #flat} or a moment of
   * the optimiser.
   */
  public void assign(Tensor vector, ParameterSource source) {
    long offset = 0;
    for (Parameter parameter : declared.values()) {
      try (Scope scope = new Scope();
          Gradients off = Gradients.off()) {
        float[] values =
            source.values(parameter.name, parameter.shape, parameter.init, parameter.fanIn);
        vector
            .narrow(0, offset, parameter.count())
            .view(parameter.shape)
            .copy_(Tensors.of(values, parameter.shape));
      }
      offset += parameter.count();
    }
  }

  @Override
  public void close() {
    declared.values().forEach(Parameter::close);
    if (flat != null) {
      flat.close();
    }
  }
}
