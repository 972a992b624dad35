package io.wisp.bench;

import io.wisp.benchmark.ConvolutionForm;
import io.wisp.benchmark.TensorFormat;
import io.wisp.benchmark.Workload;
import java.util.concurrent.TimeUnit;
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
 * The convolutions of the preset {@code paper} at their sizes; {@code -p} chooses others, such as
 * {@code form=PREPACKED} (of bfloat16 only).
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 2, time = 1)
@Measurement(iterations = 5, time = 1)
public class ConvolutionBenchmark {
  @Param({
    "3x3 1>128 @224",
    "3x3 128>128 @224",
    "3x3 256>128 @224",
    "1x1 256>128 @224",
    "3x3 128>128 @224/2",
    "3x3 128>128 @112",
    "3x3 256>256 @56",
    "3x3 256>256 @28",
    "3x3 512>512 @14",
    "3x3 512>512 @7",
    "3x3 1024>512 @7",
    "1x1 1024>512 @7",
    "3x3 128>2 @224"
  })
  public String layer;

  @Param({"FLOAT32", "BFLOAT16_CHANNELS_LAST"})
  public TensorFormat format;

  @Param({"PLAIN"})
  public ConvolutionForm form;

  private Workload workload;

  @Setup
  public void prepare() {
    workload =
        new Kernels(Engines.cpu()).convolution(Layers.of("paper").convolution(layer), format, form);
  }

  @Benchmark
  public void convolve() {
    workload.run();
  }

  @TearDown
  public void free() {
    workload.close();
  }
}
