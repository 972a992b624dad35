package io.wisp.activation;

import java.util.List;

/**
 * Network evaluations of Algorithm 1 per map, over the same range of timesteps.
 *
 * <p>Without clipping, a single long step gives the first of the differences that many short ones
 * sum, up to a factor that scaling removes; predictions differ little from one timestep to the
 * next. docs/results.md has the comparison.
 */
public enum MapEffort {
  /** One long step. */
  FAST(1, 10),
  /** Ten short ones, as published. */
  PAPER(10, 1);

  private final int iterations;
  private final int stride;

  MapEffort(int iterations, int stride) {
    this.iterations = iterations;
    this.stride = stride;
  }

  /** Its changes to a run's settings, by name. */
  public List<String> assignments() {
    return List.of("map.iterations=" + iterations, "map.stride=" + stride);
  }
}
