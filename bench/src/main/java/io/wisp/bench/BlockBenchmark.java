package io.wisp.bench;

import io.wisp.benchmark.ConvolutionForm;
import io.wisp.benchmark.ConvolutionKernel;
import io.wisp.benchmark.TensorFormat;
import io.wisp.engine.Engine;
import io.wisp.engine.Gradients;
import io.wisp.network.ConvolutionShape;
import java.util.concurrent.TimeUnit;
import org.bytedeco.pytorch.Tensor;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * The sequence of a residual block (norm, SiLU, convolution; norm, scale and shift, SiLU,
 * convolution; the sum), built of single operators: what fusing them could save.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 2, time = 1)
@Measurement(iterations = 5, time = 1)
public class BlockBenchmark {
  @Param({"128 @224", "128 @112", "256 @28", "512 @7"})
  public String images;

  @Param({"FLOAT32", "BFLOAT16", "BFLOAT16_CHANNELS_LAST"})
  public TensorFormat format;

  @Param({"PLAIN"})
  public ConvolutionForm form;

  private ConvolutionKernel first;
  private ConvolutionKernel second;
  private Tensor input;
  private Tensor row;

  @Setup
  public void prepare() {
    Engine engine = Engines.cpu();
    ImageShape shape = ImageShape.parse(images);
    int channels = shape.channels();
    ConvolutionShape convolution = new ConvolutionShape(channels, channels, 3, 1, shape.side());
    first = form.kernel(convolution, format, engine);
    second = form.kernel(convolution, format, engine);
    input = format.random(engine, 1, channels, shape.side(), shape.side());
    row = format.random(engine, channels);
  }

  @Benchmark
  public void block() {
    try (io.wisp.engine.Scope scope = new io.wisp.engine.Scope();
        Gradients off = Gradients.off()) {
      Tensor h = first.apply(then(LayerOperation.SILU, then(LayerOperation.GROUP_NORM, input)));
      h = then(LayerOperation.SCALE_SHIFT, then(LayerOperation.GROUP_NORM, h));
      input.add(second.apply(then(LayerOperation.SILU, h)));
    }
  }

  private Tensor then(LayerOperation operation, Tensor x) {
    return operation.apply(x, row);
  }

  @TearDown
  public void free() {
    first.close();
    second.close();
    input.close();
    row.close();
  }
}
