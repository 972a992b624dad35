package io.wisp.bench;

import io.wisp.mask.Otsu;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Otsu's threshold of one activation map. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class OtsuBenchmark {
  @Param({"64", "224"})
  public int side;

  private float[] map;

  @Setup
  public void prepare() {
    Random random = new Random(1);
    map = new float[side * side];
    for (int i = 0; i < map.length; i++) {
      map[i] = (float) random.nextGaussian();
    }
  }

  @Benchmark
  public float threshold() {
    return Otsu.threshold(map);
  }
}
