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

/**
 * Attention of four heads between all pixels, as in the middle of the network ({@code 512 @7}) and
 * on its larger levels where they have it.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 2, time = 1)
@Measurement(iterations = 5, time = 1)
public class AttentionBenchmark {
  @Param({"256 @28", "512 @14", "512 @7"})
  public String images;

  @Param({"FLOAT32", "BFLOAT16", "BFLOAT16_CHANNELS_LAST"})
  public TensorFormat format;

  private Workload workload;

  @Setup
  public void prepare() {
    workload =
        new Kernels(Engines.cpu())
            .operation(LayerOperation.ATTENTION, ImageShape.parse(images), format);
  }

  @Benchmark
  public void attend() {
    workload.run();
  }

  @TearDown
  public void free() {
    workload.close();
  }
}
