package io.wisp.bench;

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

/** What stands between the convolutions of the preset {@code paper}. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 2, time = 1)
@Measurement(iterations = 5, time = 1)
public class LayerBenchmark {
  @Param({"GROUP_NORM", "SILU", "SCALE_SHIFT", "ADD", "UPSAMPLE", "CONCATENATE"})
  public LayerOperation operation;

  @Param({"128 @224", "128 @112", "256 @28", "512 @7"})
  public String images;

  @Param({"FLOAT32", "BFLOAT16", "BFLOAT16_CHANNELS_LAST"})
  public TensorFormat format;

  private Workload workload;

  @Setup
  public void prepare() {
    workload = new Kernels(Engines.cpu()).operation(operation, ImageShape.parse(images), format);
  }

  @Benchmark
  public void apply() {
    workload.run();
  }

  @TearDown
  public void free() {
    workload.close();
  }
}
