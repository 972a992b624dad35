package io.wisp.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class ReliabilityTest {
  /** Two of 0.9 and 0.8 of which one is right; two of 0.55 that are right; one is not looked at. */
  @Test
  void binsHoldConfidenceAgainstTheShareDecidedRightly() {
    Reliability.Tally tally = new Reliability.Tally();
    tally.add(
        new float[] {0.9f, 0.85f, 0.55f, 0.55f, 0.1f},
        new boolean[] {true, true, false, false, true},
        new boolean[] {true, false, false, false, false},
        new boolean[] {true, true, true, true, false});
    Reliability found = tally.result();
    assertThat(found.count()).isEqualTo(4);
    assertThat(found.bins()).hasSize(10);
    assertThat(found.bins().get(8).count()).isEqualTo(2);
    assertThat(found.bins().get(8).confidence()).isEqualTo(0.875, within(1e-6));
    assertThat(found.bins().get(8).right()).isEqualTo(0.5);
    assertThat(found.bins().get(5).right()).isEqualTo(1);
    assertThat(found.bins().get(0).right()).isNaN();
    assertThat(found.expectedCalibrationError())
        .isEqualTo((2 * 0.375 + 2 * 0.45) / 4, within(1e-6));
  }

  @Test
  void bothEndsOfTheScaleHaveABin() {
    Reliability.Tally tally = new Reliability.Tally();
    boolean[] all = {true, true};
    tally.add(new float[] {0, 1}, all, all, all);
    assertThat(tally.result().bins().get(0).count()).isEqualTo(1);
    assertThat(tally.result().bins().get(9).count()).isEqualTo(1);
  }

  @Test
  void withoutAPixelThereIsNoError() {
    assertThat(new Reliability.Tally().result().expectedCalibrationError()).isNaN();
  }

  @Property(tries = 10)
  void aConfidenceThatIsTrueHasHardlyAnError(@ForAll long seed) {
    Random random = new Random(seed);
    int n = 20_000;
    float[] confidence = new float[n];
    boolean[] truth = new boolean[n];
    boolean[] all = new boolean[n];
    for (int i = 0; i < n; i++) {
      confidence[i] = random.nextFloat();
      truth[i] = random.nextFloat() < confidence[i];
      all[i] = true;
    }
    Reliability.Tally tally = new Reliability.Tally();
    tally.add(confidence, all, truth, all);
    assertThat(tally.result().expectedCalibrationError()).isLessThan(0.03);
  }
}
