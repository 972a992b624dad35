package io.wisp.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.wisp.dataset.Split;
import io.wisp.slices.SlicePositions;
import io.wisp.slices.SliceRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.IntPredicate;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class MatchedDrawTest {
  private static final int PLACES = 40;
  private static final int BINS = 10;
  private static final int DRAWS = 20_000;

  /**
   * Scans of which the middle is mostly positive and the ends mostly negative. The bounds are more
   * than five standard deviations, since any seed may come.
   */
  @Property(tries = 20)
  void labelAndPositionAreIndependent(@ForAll @IntRange(max = 10_000) int seed) {
    List<SliceRecord> slices = tumours(new SplittableRandom(seed), 60);
    double[][] counts = counts(slices, seed);
    for (int bin = 0; bin < BINS; bin++) {
      assertThat(counts[0][bin] / sum(counts[0]))
          .as("bin %d", bin)
          .isCloseTo(counts[1][bin] / sum(counts[1]), within(0.03));
    }
    assertThat(correlation(slices, seed)).isCloseTo(0, within(0.04));
  }

  @Property(tries = 20)
  void classesAreDrawnAsOftenAsWithoutMatching(@ForAll @IntRange(max = 10_000) int seed) {
    double[][] counts = counts(tumours(new SplittableRandom(seed), 60), seed);
    assertThat(sum(counts[1]) / DRAWS).isCloseTo(0.5, within(0.02));
  }

  @Property(tries = 20)
  void positivesAreDrawnAsTheyAre(@ForAll @IntRange(max = 10_000) int seed) {
    List<SliceRecord> slices = tumours(new SplittableRandom(seed), 60);
    List<SliceRecord> positives = slices.stream().filter(s -> s.labelled(1)).toList();
    SlicePositions positions = SlicePositions.of(slices);
    double[][] counts = counts(slices, seed);
    for (int bin = 0; bin < BINS; bin++) {
      int wanted = bin;
      long there = positives.stream().filter(s -> bin(positions, s) == wanted).count();
      assertThat(counts[1][bin] / sum(counts[1]))
          .isCloseTo((double) there / positives.size(), within(0.02));
    }
  }

  /**
   * Positives at places 16 to 23 of 40, negatives elsewhere: the bins 4 and 5 have no negatives.
   */
  @Example
  void whereThereAreNoNegativesTheNearestAreDrawn() {
    List<SliceRecord> slices = scan("a", place -> place >= 16 && place < 24);
    double[][] counts = counts(slices, 1);
    assertThat(counts[0][3] + counts[0][6]).isEqualTo(sum(counts[0]));
    assertThat(counts[0][3] / sum(counts[0])).isCloseTo(0.5, within(0.02));
  }

  private static List<SliceRecord> tumours(RandomGenerator random, int cases) {
    List<SliceRecord> slices = new ArrayList<>();
    for (int i = 0; i < cases; i++) {
      int first = random.nextInt(4, 24);
      int last = first + random.nextInt(4, 15);
      slices.addAll(scan("case" + i, place -> place >= first && place <= last));
    }
    return slices;
  }

  private static List<SliceRecord> scan(String name, IntPredicate positive) {
    return Stream.iterate(0, place -> place + 1)
        .limit(PLACES)
        .map(
            place ->
                new SliceRecord(
                    0, name, place, positive.test(place) ? 1 : 0, Split.TRAIN, 1, 1, Double.NaN))
        .toList();
  }

  /** How often each label was drawn from each tenth of a scan: [label][bin]. */
  private static double[][] counts(List<SliceRecord> slices, long seed) {
    SlicePositions positions = SlicePositions.of(slices);
    double[][] counts = new double[2][BINS];
    for (SliceRecord slice : drawn(slices, seed)) {
      counts[slice.label()][bin(positions, slice)]++;
    }
    return counts;
  }

  private static double correlation(List<SliceRecord> slices, long seed) {
    SlicePositions positions = SlicePositions.of(slices);
    List<SliceRecord> drawn = drawn(slices, seed);
    double label = drawn.stream().mapToInt(SliceRecord::label).average().orElseThrow();
    double place = drawn.stream().mapToDouble(positions::of).average().orElseThrow();
    double product = 0;
    double labels = 0;
    double places = 0;
    for (SliceRecord slice : drawn) {
      product += (slice.label() - label) * (positions.of(slice) - place);
      labels += Math.pow(slice.label() - label, 2);
      places += Math.pow(positions.of(slice) - place, 2);
    }
    return product / Math.sqrt(labels * places);
  }

  private static List<SliceRecord> drawn(List<SliceRecord> slices, long seed) {
    List<SliceRecord> negatives = slices.stream().filter(s -> s.labelled(0)).toList();
    List<SliceRecord> positives = slices.stream().filter(s -> s.labelled(1)).toList();
    SliceDraw draw =
        new MatchedDraw(
            SliceDraw.among(List.of(negatives, positives)),
            positives,
            negatives,
            SlicePositions.of(slices));
    RandomGenerator random = new SplittableRandom(seed);
    return Stream.generate(() -> draw.next(random)).limit(DRAWS).toList();
  }

  private static int bin(SlicePositions positions, SliceRecord slice) {
    return Math.min((int) (BINS * positions.of(slice)), BINS - 1);
  }

  private static double sum(double[] counts) {
    return java.util.Arrays.stream(counts).sum();
  }
}
