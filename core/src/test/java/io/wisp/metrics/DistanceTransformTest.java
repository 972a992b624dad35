package io.wisp.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class DistanceTransformTest {
  @Test
  void isTheSquaredDistanceToTheNearestSite() {
    boolean[] sites = {true, false, false, false, false, false};
    assertThat(DistanceTransform.squared(sites, new int[] {2, 3}, new double[] {10, 2}))
        .containsExactly(0, 4, 16, 100, 104, 116);
  }

  @Test
  void withoutSitesIsInfinite() {
    assertThat(DistanceTransform.squared(new boolean[4], new int[] {2, 2}, new double[] {1, 1}))
        .containsOnly(Double.POSITIVE_INFINITY);
  }

  @Test
  void refusesWhatIsNoGrid() {
    double[] ones = {1, 1};
    assertThatThrownBy(() -> DistanceTransform.squared(new boolean[5], new int[] {2, 2}, ones))
        .hasMessageContaining("5 elements");
    assertThatThrownBy(
            () ->
                DistanceTransform.squared(
                    new boolean[4], new int[] {2, 2}, new double[] {1, Double.NaN}))
        .hasMessageContaining("NaN");
  }

  @Property(tries = 500)
  void agreesWithBruteForce(@ForAll("grids") Grid grid) {
    double[] fast = DistanceTransform.squared(grid.sites(), grid.shape(), grid.spacing());
    double[] slow = bruteForce(grid);
    for (int i = 0; i < slow.length; i++) {
      if (Double.isInfinite(slow[i])) {
        assertThat(fast[i]).isInfinite();
      } else {
        assertThat(fast[i]).isCloseTo(slow[i], within(1e-12 * (1 + slow[i])));
      }
    }
  }

  record Grid(boolean[] sites, int[] shape, double[] spacing) {}

  @Provide
  Arbitrary<Grid> grids() {
    Arbitrary<int[]> shapes =
        Arbitraries.integers().between(1, 7).array(int[].class).ofMinSize(2).ofMaxSize(3);
    Arbitrary<Double> densities = Arbitraries.of(0.0, 0.02, 0.1, 0.5, 1.0);
    return Combinators.combine(shapes, densities, Arbitraries.longs()).as(this::random);
  }

  private Grid random(int[] shape, double density, long seed) {
    Random random = new Random(seed);
    boolean[] sites = new boolean[Arrays.stream(shape).reduce(1, (a, b) -> a * b)];
    for (int i = 0; i < sites.length; i++) {
      sites[i] = random.nextDouble() < density;
    }
    double[] spacing = random.doubles(shape.length, 0.2, 8).toArray();
    return new Grid(sites, shape, spacing);
  }

  private static double[] bruteForce(Grid grid) {
    double[] squared = new double[grid.sites().length];
    Arrays.fill(squared, Double.POSITIVE_INFINITY);
    for (int i = 0; i < squared.length; i++) {
      for (int j = 0; j < squared.length; j++) {
        if (grid.sites()[j]) {
          squared[i] = Math.min(squared[i], squaredDistance(i, j, grid));
        }
      }
    }
    return squared;
  }

  private static double squaredDistance(int i, int j, Grid grid) {
    double sum = 0;
    int restOfI = i;
    int restOfJ = j;
    for (int axis = grid.shape().length - 1; axis >= 0; axis--) {
      int extent = grid.shape()[axis];
      double apart = (restOfI % extent - restOfJ % extent) * grid.spacing()[axis];
      sum += apart * apart;
      restOfI /= extent;
      restOfJ /= extent;
    }
    return sum;
  }
}
