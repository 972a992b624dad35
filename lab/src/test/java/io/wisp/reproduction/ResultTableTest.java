package io.wisp.reproduction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.wisp.activation.ClassActivationKind;
import io.wisp.activation.PerturbationMethod;
import io.wisp.activation.SegmentationMethod;
import io.wisp.activation.TranslationMethod;
import io.wisp.training.Training;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class ResultTableTest {
  private static final List<MethodEvaluation> EVALUATIONS =
      List.of(
          Evaluations.of(1, SegmentationMethod.FSL, 0.9, 0.8),
          Evaluations.of(1, PerturbationMethod.CDM, 0.5, 0.7, 0),
          Evaluations.of(2, SegmentationMethod.FSL, 0.7, 0.8),
          Evaluations.of(2, PerturbationMethod.CDM, 0.2, 0.4, 0.6),
          Evaluations.of(1, TranslationMethod.CG_DIFF_UNGUIDED, 0.3),
          Evaluations.of(1, ClassActivationKind.LAYERCAM, 0.1));

  private final ResultTable table = ResultTable.of(Study.BRATS, "A caption.", EVALUATIONS);

  @Test
  void methodsAreSortedByTypeAndWithinItAsInThePaper() {
    assertThat(table.lines().stream().map(ResultLine::method))
        .containsExactly(
            ClassActivationKind.LAYERCAM,
            PerturbationMethod.CDM,
            TranslationMethod.CG_DIFF_UNGUIDED,
            SegmentationMethod.FSL);
  }

  @Test
  void theMeanIsOverSlicesThenOverRepeatsAndTheSpreadOverRepeats() {
    ResultLine fsl = table.lines().get(3);
    assertThat(fsl.dice().mean()).isEqualTo(0.8, within(1e-12));
    assertThat(fsl.dice().std()).isEqualTo(0.1 / Math.sqrt(2), within(1e-12));
    assertThat(fsl.secondsPerImage()).isEqualTo(0.375);
    assertThat(fsl.repeats()).isEqualTo(2);
  }

  @Test
  void slicesWithoutADistanceAreLeftOutAndCounted() {
    ResultLine cdm = table.lines().get(1);
    assertThat(cdm.undefined()).isEqualTo(1);
    assertThat(cdm.slices()).isEqualTo(6);
    assertThat(cdm.hd95().mean()).isEqualTo((4 + 6) / 2.0, within(1e-9));
  }

  @Test
  void aSingleRepeatHasNoSpread() {
    assertThat(new TableText(table).cells().get(0).get(2)).isEqualTo("0.100");
  }

  @Test
  void thePublishedFiguresStandBesideOnes() {
    assertThat(new TableText(table).markdown())
        .startsWith("A caption.\n\n| Method | Type | Dice | published |")
        .contains("| CDM | DM | 0.400 ±")
        .contains("| 0.525 ± 0.057 |", "| 0.407 ± 0.051 |", "| 26.0 ± 5.2 |", "| 1.61 |")
        .contains("| CG-Diff unguided | DM | 0.300 |");
  }

  @Test
  void everyLineOfTheCsvHasAllColumns() {
    List<String> lines = new TableText(table).csv().lines().toList();
    assertThat(lines).hasSize(5);
    assertThat(lines).allMatch(line -> line.split(",", -1).length == 27);
    assertThat(lines.get(4))
        .startsWith("FSL,fsl,2,4,0.8")
        .contains(",0.902,0.028,0.814,0.023,8.1,1.9,0.31,")
        .endsWith(",2");
  }

  @Test
  void latexNamesATypeOnce() {
    assertThat(new TableText(table).latex())
        .contains("DM & CDM & 0.400$\\pm$", "\n & CG-Diff unguided & 0.300 & ", "\\toprule")
        .endsWith("\\end{tabular}\n");
  }

  @Test
  void smallObjectsAreLeftOutOnlyWhereThePaperDoes() {
    assertThat(result(Study.BRATS).largeObjects()).isEmpty();
    ResultTable large = result(Study.CHAOS).largeObjects().orElseThrow();
    assertThat(large.lines()).isEmpty();
    assertThat(EVALUATIONS.get(1).covering(0.03).slices()).hasSize(1);
  }

  @Test
  void chaosGoesThroughFourFoldsAndTheOthersDrawAnewEachTime() {
    assertThat(Study.CHAOS.split(1)).isNotEqualTo(Study.CHAOS.split(2));
    assertThat(Study.CHAOS.split(5).toString()).contains("test=1", "seed=2");
    assertThat(Study.LGG.split(2)).isEqualTo(Study.BRATS.split(2));
  }

  @Test
  void allPublishedMethodsAreThereForEachStudy() {
    for (Study study : Study.values()) {
      assertThat(Study.METHODS).hasSize(8).allMatch(m -> study.published(m).isPresent());
    }
  }

  private static ReproductionResult result(Study study) {
    ReproductionPlan plan =
        new ReproductionPlan(
            study,
            Path.of("x"),
            "demo",
            List.of(),
            List.of(PerturbationMethod.CDM),
            2,
            Training.NO_LIMIT);
    return new ReproductionResult(plan, EVALUATIONS);
  }
}
