package io.wisp.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BootstrapTest {
  /** The mean of 400 standard normal numbers lies within ± 1.96 / 20 of 0 in 95 of 100 samples. */
  @Test
  void ofManyPatientsWithOneSliceEachItIsTheUsualInterval() {
    Random random = new Random(3);
    List<double[]> patients =
        IntStream.range(0, 400).mapToObj(i -> new double[] {random.nextGaussian()}).toList();
    Interval interval = Bootstrap.USUAL.ofMean(patients);
    assertThat(interval.high() - interval.low()).isEqualTo(2 * 1.96 / 20, within(0.02));
  }

  @Test
  void slicesOfOnePatientDoNotMakeItNarrower() {
    List<double[]> few = List.of(new double[] {0.2}, new double[] {0.4}, new double[] {0.9});
    List<double[]> copied =
        few.stream().map(one -> IntStream.range(0, 9).mapToDouble(i -> one[0]).toArray()).toList();
    Interval interval = Bootstrap.USUAL.ofMean(few);
    Interval same = Bootstrap.USUAL.ofMean(copied);
    assertThat(same.low()).isEqualTo(interval.low(), within(1e-12));
    assertThat(same.high()).isEqualTo(interval.high(), within(1e-12));
  }

  /** The mean of two draws is 0, 1/2 or 1, with probabilities 1/4, 1/2 and 1/4. */
  @Test
  void ofTwoPatientsItIsAsByHand() {
    List<double[]> patients = List.of(new double[] {0}, new double[] {1});
    assertThat(new Bootstrap(2000, 0.4, 1).ofMean(patients)).isEqualTo(new Interval(0.5, 0.5));
    assertThat(new Bootstrap(2000, 0.6, 1).ofMean(patients)).isEqualTo(new Interval(0, 1));
  }

  @Test
  void itIsTheSameEachTime() {
    List<double[]> patients = List.of(new double[] {0.2, 0.3}, new double[] {0.9});
    assertThat(Bootstrap.USUAL.ofMean(patients)).isEqualTo(Bootstrap.USUAL.ofMean(patients));
  }

  @Test
  void ofNothingItIsUndefined() {
    assertThat(Bootstrap.USUAL.ofMean(List.of()).low()).isNaN();
  }
}
