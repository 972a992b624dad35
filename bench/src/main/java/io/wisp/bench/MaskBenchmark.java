package io.wisp.bench;

import io.wisp.mask.Components;
import io.wisp.mask.Connectivity;
import io.wisp.mask.Otsu;
import java.util.Random;
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
import org.openjdk.jmh.annotations.Warmup;

/** From a map to a mask: Otsu's threshold, and connected components. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 2, time = 1)
@Measurement(iterations = 5, time = 1)
public class MaskBenchmark {
  @Param({"64", "224"})
  public int side;

  private float[] map;
  private boolean[] mask;

  @Setup
  public void prepare() {
    Random random = new Random(1);
    mask = Blobs.mask(side, 2, 1);
    map = new float[mask.length];
    for (int i = 0; i < map.length; i++) {
      map[i] = (float) (random.nextGaussian() + (mask[i] ? 3 : 0));
    }
  }

  @Benchmark
  public float otsu() {
    return Otsu.threshold(map);
  }

  @Benchmark
  public boolean[] largestComponent() {
    return Components.of(mask, Blobs.shape(side, 2), Connectivity.CORNERS).largest();
  }
}
