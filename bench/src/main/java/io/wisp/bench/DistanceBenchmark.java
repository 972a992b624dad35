package io.wisp.bench;

import io.wisp.metrics.DistanceTransform;
import io.wisp.metrics.SurfaceDistance;
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

/** The distances that HD95 is made of, in slices and in volumes. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 2, time = 1)
@Measurement(iterations = 5, time = 1)
public class DistanceBenchmark {
  @Param({"64^2", "224^2", "64^3", "128^3"})
  public String grid;

  private boolean[] prediction;
  private boolean[] truth;
  private int[] shape;
  private double[] spacing;

  @Setup
  public void prepare() {
    String[] parts = grid.split("\\^", 2);
    int side = Integer.parseInt(parts[0]);
    int axes = Integer.parseInt(parts[1]);
    prediction = Blobs.mask(side, axes, 1);
    truth = Blobs.mask(side, axes, 2);
    shape = Blobs.shape(side, axes);
    spacing = new double[axes];
    java.util.Arrays.fill(spacing, 1);
  }

  @Benchmark
  public double[] distanceTransform() {
    return DistanceTransform.squared(truth, shape, spacing);
  }

  @Benchmark
  public SurfaceDistance hd95() {
    return SurfaceDistance.between(prediction, truth, shape, spacing);
  }
}
