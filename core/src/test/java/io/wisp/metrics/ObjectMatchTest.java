package io.wisp.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class ObjectMatchTest {
  /** Three true objects of 2, 1 and 1 voxels; one outline over the first two, and a false one. */
  private final ObjectMatch match =
      match(
          """
          TB###B  T
          .........
          ........#
          """);

  @Test
  void anObjectIsScoredAgainstAllOutlinesThatOverlapIt() {
    assertThat(match.dice().get(0)).isEqualTo(2.0 * 1 / (2 + 5), within(1e-12));
    assertThat(match.dice().get(1)).isEqualTo(2.0 * 1 / (1 + 5), within(1e-12));
    assertThat(match.dice().get(2)).isZero();
  }

  @Test
  void oneVoxelIsEnoughToFindAnObjectAndToMakeAnOutlineRight() {
    assertThat(match.objects()).isEqualTo(3);
    assertThat(match.found()).isEqualTo(2);
    assertThat(match.falseObjects()).isEqualTo(1);
  }

  /** Four terms: the three objects and the false one. */
  @Test
  void missedAndFalseObjectsCountAsZero() {
    assertThat(match.lesionDice()).isEqualTo((2.0 / 7 + 2.0 / 6) / 4, within(1e-12));
    assertThat(ObjectMatch.f1(List.of(match))).isEqualTo(2.0 * 2 / (2 * 2 + 1 + 1), within(1e-12));
  }

  @Test
  void anObjectMayConsistOfSeveralOutlines() {
    ObjectMatch parts = match("BTB");
    assertThat(parts.candidates()).hasSize(2);
    assertThat(parts.dice()).containsExactly(2.0 * 2 / (3 + 2));
    assertThat(parts.falseObjects()).isZero();
  }

  @Test
  void voxelsThatShareACornerAreOneObject() {
    boolean[] mask = {true, false, false, false, false, false, false, true};
    ObjectMatch one = ObjectMatch.of(mask, mask, new float[8], new int[] {2, 2, 2});
    assertThat(one.dice()).containsExactly(1.0);
    assertThat(one.candidates()).hasSize(1);
  }

  @Test
  void theMapsLargestValueGoesWithTheOutline() {
    boolean[] mask = {true, true, false, true};
    float[] map = {0.2f, 0.7f, 0.9f, -0.5f};
    ObjectMatch two = ObjectMatch.of(mask, new boolean[4], map, new int[] {1, 1, 4});
    assertThat(two.candidates())
        .containsExactly(
            new ObjectMatch.Candidate(0.7f, List.of()),
            new ObjectMatch.Candidate(-0.5f, List.of()));
  }

  @Test
  void withoutATrueObjectScoresAreUndefinedAndFalseOnesCounted() {
    ObjectMatch healthy = match("#.#");
    assertThat(healthy.lesionDice()).isNaN();
    assertThat(ObjectMatch.f1(List.of(healthy))).isNaN();
    assertThat(healthy.falseObjects()).isEqualTo(2);
    assertThat(ObjectMatch.f1(List.of(healthy, match)))
        .isEqualTo(2.0 * 2 / (2 * 2 + 1 + 3), within(1e-12));
  }

  /** {@code T} truth, {@code #} prediction, {@code B} both. */
  private static ObjectMatch match(String drawing) {
    List<String> lines = drawing.lines().toList();
    String all = String.join("", lines);
    boolean[] prediction = new boolean[all.length()];
    boolean[] truth = new boolean[all.length()];
    for (int i = 0; i < truth.length; i++) {
      prediction[i] = all.charAt(i) == '#' || all.charAt(i) == 'B';
      truth[i] = all.charAt(i) == 'T' || all.charAt(i) == 'B';
    }
    int[] shape = {1, lines.size(), lines.get(0).length()};
    return ObjectMatch.of(prediction, truth, new float[truth.length], shape);
  }
}
