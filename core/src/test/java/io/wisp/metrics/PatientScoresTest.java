package io.wisp.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class PatientScoresTest {
  /** With them scipy.stats.wilcoxon gives p = 0.0546875, exact. */
  private static final double[] DIFFERENCES = {0.1, 0.02, -0.03, 0.2, 0.05, -0.01, 0.3, 0.04};

  @Example
  void theMeanIsOverSlicesAndTheTestOverPatients() {
    PatientScores scores = new PatientScores();
    for (int i = 0; i < DIFFERENCES.length; i++) {
      scores.add("p" + i, "1", DIFFERENCES[i] - 0.5);
      scores.add("p" + i, "2", DIFFERENCES[i] + 0.5);
    }
    scores.add("p6", "3", 0.3);
    assertThat(scores.p()).isEqualTo(0.0546875, within(1e-12));
    assertThat(scores.mean()).isEqualTo((2 * 0.67 + 0.3) / 17, within(1e-12));
    assertThat(scores.patients()).isEqualTo(8);
    assertThat(scores.count()).isEqualTo(17);
  }

  @Example
  void onlySlicesThatBothHaveAreCompared() {
    PatientScores ones = new PatientScores();
    ones.add("a", "1", 0.5);
    ones.add("a", "2", Double.NaN);
    ones.add("b", "1", 0.7);
    PatientScores others = new PatientScores();
    others.add("a", "1", 0.2);
    others.add("a", "2", 0.3);
    others.add("c", "1", 0.7);
    PatientScores differences = ones.minus(others);
    assertThat(differences.count()).isEqualTo(1);
    assertThat(differences.mean()).isEqualTo(0.3, within(1e-12));
  }

  @Example
  void aSliceComesOnce() {
    PatientScores scores = new PatientScores();
    scores.add("a", "1", 0.5);
    assertThatThrownBy(() -> scores.add("a", "1", 0.5)).hasMessage("1 of a came twice");
  }

  @Property(tries = 50)
  void whereAllPatientsAreAlikeTheIntervalIsAPoint(
      @ForAll @DoubleRange(min = 0, max = 1) double score,
      @ForAll @Size(min = 1, max = 6) List<@IntRange(min = 1, max = 4) Integer> slices) {
    PatientScores scores = new PatientScores();
    for (int patient = 0; patient < slices.size(); patient++) {
      for (int slice = 0; slice < slices.get(patient); slice++) {
        scores.add("p" + patient, "s" + slice, score);
      }
    }
    assertThat(scores.interval().low()).isEqualTo(score, within(1e-12));
    assertThat(scores.interval().high()).isEqualTo(score, within(1e-12));
  }

  @Property(tries = 50)
  void slicesDoubledWithinEveryPatientChangeNothing(
      @ForAll @Size(min = 1, max = 12) List<@DoubleRange(min = 0, max = 1) Double> values) {
    PatientScores once = new PatientScores();
    PatientScores twice = new PatientScores();
    for (int i = 0; i < values.size(); i++) {
      String patient = "p" + i % 4;
      once.add(patient, "s" + i, values.get(i));
      twice.add(patient, "s" + i, values.get(i));
      twice.add(patient, "copy of s" + i, values.get(i));
    }
    assertThat(twice.interval().low()).isEqualTo(once.interval().low(), within(1e-12));
    assertThat(twice.interval().high()).isEqualTo(once.interval().high(), within(1e-12));
    assertThat(twice.p()).isEqualTo(once.p(), within(1e-9));
  }
}
