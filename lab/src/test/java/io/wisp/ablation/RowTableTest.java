package io.wisp.ablation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.wisp.activation.PerturbationMethod;
import io.wisp.activation.RuleMethod;
import io.wisp.evaluation.SliceEntry;
import io.wisp.evaluation.VolumeEntry;
import io.wisp.metrics.DistanceUnit;
import io.wisp.training.RunSettings;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RowTableTest {
  /** With them scipy.stats.wilcoxon gives p = 0.0546875, exact. */
  private static final double[] DIFFERENCES = {0.1, 0.02, -0.03, 0.2, 0.05, -0.01, 0.3, 0.04};

  private final RowTable table =
      RowTable.of(
          List.of(row("first"), row("second"), row("third | same")),
          List.of(result(0), result(1), result(1)));

  @Test
  void rowsAreComparedWithTheRowAboveOnTheSameSlices() {
    assertThat(table.lines().get(0).gain()).isEmpty();
    RowLine.Gain second = table.lines().get(1).gain().orElseThrow();
    assertThat(second.dice()).isEqualTo(0.67 / 8, within(1e-12));
    assertThat(second.p()).isEqualTo(0.0546875, within(1e-12));
  }

  @Test
  void pIsCorrectedForTheNumberOfRows() {
    assertThat(table.lines().get(1).gain().orElseThrow().corrected())
        .isEqualTo(2 * 0.0546875, within(1e-12));
    assertThat(table.lines().get(2).gain().orElseThrow().corrected()).isEqualTo(1);
  }

  @Test
  void largeObjectsAreThoseOfOnePercentOfTheSlice() {
    assertThat(table.lines().get(0).large().n()).isEqualTo(6);
    assertThat(table.lines().get(0).large().mean()).isEqualTo(0.45, within(1e-12));
  }

  @Test
  void distancesThatAreUndefinedAreLeftOutAndCounted() {
    assertThat(table.lines().get(0).hd95().n()).isEqualTo(7);
    assertThat(table.lines().get(0).hd95().undefined()).isEqualTo(1);
  }

  @Test
  void overRepeatsTheMeanIsOverSlicesThenOverRepeatsAndTheSpreadOverRepeats() {
    RowLine second = repeated().lines().get(1);
    assertThat(second.dice().mean()).isEqualTo(0.35 + 1.5 * 0.67 / 8, within(1e-12));
    assertThat(second.dice().std()).isEqualTo(0.67 / 8 / Math.sqrt(2), within(1e-12));
    assertThat(second.dice().n()).isEqualTo(16);
  }

  @Test
  void overRepeatsDistancesThatAreUndefinedAreCountedInAll() {
    assertThat(repeated().lines().get(0).hd95().n()).isEqualTo(14);
    assertThat(repeated().lines().get(0).hd95().undefined()).isEqualTo(2);
  }

  @Test
  void overRepeatsTheGainIsThatOfTheMeans() {
    RowTable table = repeated();
    double difference = table.lines().get(1).dice().mean() - table.lines().get(0).dice().mean();
    assertThat(table.lines().get(1).gain().orElseThrow().dice())
        .isEqualTo(difference, within(1e-12));
  }

  /** The patients' mean differences are one and a half times those of the first repeat. */
  @Test
  void overRepeatsAPatientCountsOnceInTheTest() {
    assertThat(repeated().lines().get(1).patients()).isEqualTo(8);
    assertThat(repeated().lines().get(1).gain().orElseThrow().p())
        .isEqualTo(0.0546875, within(1e-12));
  }

  /** In the second repeat, the second row gains twice as much. */
  private static RowTable repeated() {
    return RowTable.overRepeats(
        List.of(row("first"), row("second")),
        List.of(List.of(result(0), result(1)), List.of(result(0), result(2))));
  }

  @Test
  void rulesAtTheFootAreComparedWithTheLastRowAboveThem() {
    RowTable table =
        RowTable.of(
            List.of(row("first"), row("second"), rule(RuleMethod.BRIGHT), rule(RuleMethod.OTSU)),
            List.of(result(0), result(1), result(0), result(2)));
    assertThat(table.lines())
        .extracting(line -> line.gain().map(gain -> Math.round(800 * gain.dice())).orElse(0L))
        .containsExactly(0L, 67L, -67L, 67L);
    assertThat(table.last().row().name()).isEqualTo("second");
    assertThat(table.foot()).hasSize(2);
  }

  @Test
  void theTableIsMarkdown() {
    String text = new RowText(table).markdown("A caption.");
    assertThat(text)
        .startsWith("A caption.\n\n| Row | Dice | 95 % | mIoU | HD95 (px) | s / slice |")
        .contains(
            "| Dice, object ≥ 1 % | Dice / volume | 95 % | gain | 95 % | p (Holm) |\n|---|--:|")
        .containsPattern("\\| first \\| 0.350 ± 0.245 \\| 0.1\\d+ to 0.5\\d+ \\| 0.175 ± 0.122 \\|")
        .contains("| 5.0 ± 0.0 | 0.250 | 0.450 ± 0.187 (6)")
        .contains("| 0.400 ± 0.141 (2) | 0.300 to 0.500 |  |  |  |\n")
        .containsPattern("\\| \\+0.084 \\| 0.0\\d+ to 0.1\\d+ \\| 0.1094 \\|")
        .contains("| third \\| same |")
        .contains("| second | map.tau=0 |");
  }

  @Test
  void theTableIsCsvOfPlainNumbers() {
    List<String> lines = new RowText(table).csv().lines().toList();
    assertThat(lines).hasSize(4);
    assertThat(lines.get(0)).startsWith("row,name,method,adds,dice,dice_std,slices,iou,");
    assertThat(lines.get(1))
        .startsWith("1,first,cdm,map.tau=0,0.35")
        .contains(",2,,,,8,")
        .endsWith(",0.3,0.5,,");
    assertThat(lines.get(2)).contains(",px,0.25,").contains(",0.0546875,0.109375");
  }

  private static PlannedRow row(String name) {
    return PlannedRow.step(name, "map.tau=0", PerturbationMethod.CDM, RunSettings.preset("demo"));
  }

  private static PlannedRow rule(RuleMethod rule) {
    return PlannedRow.rule(rule, RunSettings.preset("demo"));
  }

  /** Slices of Dice 0, 0.1 and on to 0.7, and so many times the differences; two volumes. */
  private static RowResult result(int times) {
    List<SliceEntry> slices = new ArrayList<>();
    for (int i = 0; i < DIFFERENCES.length; i++) {
      double dice = 0.1 * i + times * DIFFERENCES[i];
      double hd95 = i == 0 ? Double.NaN : 5;
      slices.add(new SliceEntry("case" + i, i, 0.005 * i, dice, 0.05 * i, hd95));
    }
    return new RowResult(
        "origin",
        DistanceUnit.PIXEL,
        0.25,
        slices,
        List.of(new VolumeEntry("case0", 4, 0.3, 0.2, 5), new VolumeEntry("case1", 4, 0.5, 0.4, 5)),
        List.of());
  }
}
