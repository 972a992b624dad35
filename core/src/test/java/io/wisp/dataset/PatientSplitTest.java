package io.wisp.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wisp.UserError;
import io.wisp.testing.TinyScans;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PatientSplitTest {
  @TempDir private Path folder;

  @Property
  void neverSharesAPatient(
      @ForAll @Size(min = 1, max = 60) Set<@IntRange(max = 99) Integer> scans,
      @ForAll @DoubleRange(min = 0, max = 1) double fraction,
      @ForAll long seed) {
    List<String> cases =
        scans.stream()
            .map(i -> String.format(Locale.ROOT, "BraTS-GLI-%05d-%03d", i / 3, i % 3))
            .toList();
    PatientSplit split = PatientSplit.draw(cases, fraction, seed);
    assertThat(split.cases().keySet()).containsExactlyInAnyOrderElementsOf(cases);
    assertThat(Collections.disjoint(patients(split, Split.TRAIN), patients(split, Split.TEST)))
        .isTrue();
  }

  @Property
  void bothSidesGetAPatient(
      @ForAll @IntRange(min = 2, max = 40) int count,
      @ForAll @DoubleRange(min = 0.01, max = 0.99) double fraction) {
    List<String> cases = IntStream.range(0, count).mapToObj(i -> "c" + i).toList();
    assertThat(PatientSplit.draw(cases, fraction, 1).cases().values())
        .contains(Split.TRAIN, Split.TEST);
  }

  @Test
  void dependsOnTheSeedButNotOnTheOrder() {
    List<String> cases = List.of("a", "b", "c", "d", "e", "f", "g", "h");
    List<String> shuffled = List.of("c", "a", "h", "b", "g", "d", "f", "e");
    PatientSplit split = PatientSplit.draw(cases, 0.5, 4);
    assertThat(PatientSplit.draw(shuffled, 0.5, 4)).isEqualTo(split);
    assertThat(PatientSplit.draw(cases, 0.5, 5)).isNotEqualTo(split);
  }

  @Property
  void everyPatientIsTestedInExactlyOneFold(
      @ForAll @IntRange(min = 8, max = 40) int count,
      @ForAll @IntRange(min = 2, max = 6) int folds,
      @ForAll long seed) {
    List<String> cases =
        IntStream.range(0, count)
            .mapToObj(i -> String.format(Locale.ROOT, "BraTS-GLI-%05d-%03d", i / 2, i % 2))
            .toList();
    Assume.that(folds <= count / 2);
    List<String> tested = new ArrayList<>();
    for (int test = 1; test <= folds; test++) {
      PatientSplit split = PatientSplit.fold(cases, new SplitChoice.Fold(folds, test, seed));
      Set<String> patients = patients(split, Split.TEST);
      assertThat(patients).hasSizeBetween(count / 2 / folds, 1 + (count + 1) / 2 / folds);
      tested.addAll(patients);
    }
    assertThat(tested).doesNotHaveDuplicates().hasSize((count + 1) / 2);
  }

  @Test
  void aFoldThatIsNotThereIsRefused() {
    assertThatThrownBy(() -> new SplitChoice.Fold(4, 5, 1))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("there is no fold 5: of 4 folds choose 1 to 4");
    assertThatThrownBy(() -> new SplitChoice.Fold(1, 1, 1)).isInstanceOf(UserError.class);
    assertThatThrownBy(() -> PatientSplit.fold(List.of("a", "b"), new SplitChoice.Fold(4, 1, 1)))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("2 patients cannot be put into 4 folds");
  }

  @Test
  void refusesAPatientOnBothSides() {
    TreeMap<String, Split> sides = new TreeMap<>();
    sides.put("BraTS-GLI-00001-000", Split.TRAIN);
    sides.put("BraTS-GLI-00001-001", Split.TEST);
    assertThatThrownBy(() -> new PatientSplit(sides))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("patient BraTS-GLI-00001 is in both splits");
  }

  @Test
  void aFileMustNameTheCasesAtHand() {
    Path file = TinyScans.text(folder.resolve("split.csv"), "case,split", "a,train", "b,Test");
    assertThat(PatientSplit.read(file, List.of("a", "b")).of("b")).isEqualTo(Split.TEST);
    assertThatThrownBy(() -> PatientSplit.read(file, List.of("a", "b", "c")))
        .hasMessageContaining("does not name case c");
    assertThatThrownBy(() -> PatientSplit.read(file, List.of("a")))
        .hasMessageContaining("names the case \"b\"");
  }

  @Test
  void aFileMayNotPutACaseOnBothSides() {
    Path file = TinyScans.text(folder.resolve("split.csv"), "case,split", "a,train", "a,test");
    assertThatThrownBy(() -> PatientSplit.read(file, List.of("a")))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("case a in both splits");
  }

  private static Set<String> patients(PatientSplit split, Split side) {
    return split.cases().keySet().stream()
        .filter(id -> split.of(id) == side)
        .map(PatientSplit::patient)
        .collect(Collectors.toSet());
  }
}
