package io.wisp.tuning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wisp.Progress;
import io.wisp.UserError;
import io.wisp.activation.ContrastSettings;
import io.wisp.dataset.Axis;
import io.wisp.dataset.Split;
import io.wisp.slices.Preparation;
import io.wisp.slices.PrepareOptions;
import io.wisp.slices.SliceRecipe;
import io.wisp.slices.SliceStore;
import io.wisp.testing.SquareStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ValidationSlicesTest {
  @TempDir private static Path folder;
  private static Path store;

  @BeforeAll
  static void prepare() {
    store = SquareStore.withLabelsOnly(folder);
  }

  @Test
  void areOfPatientsForTrainingOnly() {
    ValidationSlices all = choose(new ValidationChoice(100, 100, 1));
    assertThat(all.slices()).allMatch(slice -> slice.record().split() == Split.TRAIN);
    assertThat(all.patients()).isEqualTo(8);
    assertThat(all.positives()).isEqualTo(16);
    assertThat(all.negatives()).isEqualTo(48);
  }

  @Test
  void placesRunFromTheFirstSliceOfAScanToTheLast() {
    assertThat(choose(new ValidationChoice(1, 100, 1)).slices())
        .allMatch(slice -> Math.abs(slice.place() - slice.record().slice() / 7.0) < 1e-12);
  }

  @Test
  void theSeedDecidesWhichCasesAreDrawn() {
    assertThat(cases(1)).isEqualTo(cases(1)).hasSize(3);
    assertThat(List.of(cases(2), cases(3), cases(4))).anyMatch(other -> !other.equals(cases(1)));
  }

  @Test
  void someSlicesOfEachLabelAreSpreadOverTheScan() {
    List<ValidationSlice> slices = choose(new ValidationChoice(1, 3, 1)).slices();
    assertThat(slices)
        .filteredOn(slice -> !slice.positive())
        .extracting(slice -> slice.record().slice())
        .containsExactly(0, 4, 7); // of 0, 2, 3, 4, 6, 7
    assertThat(slices)
        .filteredOn(ValidationSlice::positive)
        .extracting(slice -> slice.record().slice())
        .containsExactly(1, 5);
  }

  @Test
  void aStoreOfOneLabelIsRefused() throws IOException {
    Path labels = folder.resolve("positive.csv");
    String lines =
        List.of(0, 1, 2, 3, 4, 5, 6, 7, 8, 9).stream()
            .map(id -> "case" + id + ",1")
            .collect(Collectors.joining("\n", "case,label\n", "\n"));
    Files.writeString(labels, lines);
    Preparation.run(
        PrepareOptions.of(folder.resolve("source"), folder.resolve("positive"))
            .withRecipe(SliceRecipe.DEFAULT.withSize(SquareStore.SIDE).withAxis(Axis.Z))
            .withSplit(0.8, 1)
            .withLabels(labels),
        Progress.SILENT);
    try (SliceStore positive = SliceStore.open(folder.resolve("positive"))) {
      assertThatThrownBy(
              () ->
                  ValidationSlices.choose(
                      positive, TinyTuning.THREE_CASES, ContrastSettings.usual()))
          .isInstanceOf(UserError.class)
          .hasMessageContaining("None of the 3 cases drawn from")
          .hasMessageContaining("has a slice labelled 0")
          .hasMessageContaining("draw more cases");
    }
  }

  @Test
  void slicesOfOtherLabelsThanThoseHeldAgainstEachOtherAreLeftOut(@TempDir Path other) {
    Path threeLabels = SquareStore.withLabels(other, 1, 2);
    try (SliceStore opened = SliceStore.open(threeLabels)) {
      ValidationSlices slices =
          ValidationSlices.choose(
              opened, new ValidationChoice(2, 100, 1), new ContrastSettings(2, 0));
      assertThat(slices.slices()).noneMatch(slice -> slice.record().label() == 1);
      assertThat(slices.slices())
          .filteredOn(ValidationSlice::positive)
          .extracting(slice -> slice.record().slice())
          .containsExactly(5, 5);
      assertThat(slices.negatives()).isEqualTo(2 * 6);
    }
  }

  private static List<String> cases(long seed) {
    return choose(new ValidationChoice(3, 1, seed)).slices().stream()
        .map(slice -> slice.record().caseId())
        .distinct()
        .toList();
  }

  private static ValidationSlices choose(ValidationChoice choice) {
    try (SliceStore opened = SliceStore.open(store)) {
      return ValidationSlices.choose(opened, choice, ContrastSettings.usual());
    }
  }
}
