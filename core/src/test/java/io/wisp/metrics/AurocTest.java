package io.wisp.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class AurocTest {
  /** Few different scores, so that there are ties. */
  @Property(tries = 200)
  void isTheShareOfPairsInTheRightOrder(
      @ForAll @Size(min = 2, max = 30) List<@IntRange(max = 9) Integer> cases) {
    double[] scores = cases.stream().mapToDouble(c -> c / 2).toArray();
    boolean[] positive = new boolean[scores.length];
    for (int i = 0; i < positive.length; i++) {
      positive[i] = cases.get(i) % 2 == 1;
    }
    double right = 0;
    int pairs = 0;
    for (int i = 0; i < scores.length; i++) {
      for (int j = 0; j < scores.length; j++) {
        if (positive[i] && !positive[j]) {
          pairs++;
          right += scores[i] > scores[j] ? 1 : scores[i] == scores[j] ? 0.5 : 0;
        }
      }
    }
    if (pairs == 0) {
      assertThat(Auroc.of(scores, positive)).isNaN();
    } else {
      assertThat(Auroc.of(scores, positive)).isCloseTo(right / pairs, within(1e-12));
    }
  }

  @Example
  void withoutNegativesItIsUndefined() {
    assertThat(Auroc.of(new double[] {1, 2}, new boolean[] {true, true})).isNaN();
  }
}
