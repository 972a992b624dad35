package io.wisp.ablation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wisp.UserError;
import io.wisp.activation.MapSettings;
import io.wisp.activation.PerturbationMethod;
import io.wisp.mask.MaskRecipe;
import io.wisp.training.RunSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a file of rows says. */
class AblationRowsTest {
  private static final RunSettings RUN = RunSettings.preset("demo");

  @TempDir private Path folder;

  @Test
  void eachRowAddsToTheRowAbove() throws IOException {
    List<PlannedRow> plan =
        rows("""
                - name: one
                  set: [map.tau=0.5]
                - name: two
                  set: [map.draws=2, mask.smoothing=3]
                """)
            .plan(RUN);
    assertThat(plan.get(0).settings().map().draws()).isEqualTo(RUN.map().draws());
    assertThat(plan.get(1).settings()).isEqualTo(RUN.with(changes()));
  }

  @Test
  void theFirstRowMayBeginWithThePapersSettings() throws IOException {
    PlannedRow first = rows("- {name: one, from: published}").plan(RUN).get(0);
    assertThat(first.settings().maps()).isEqualTo(MapSettings.published());
    assertThat(first.settings().mask()).isEqualTo(MaskRecipe.published());
    assertThat(first.settings().network()).isEqualTo(RUN.network());
  }

  @Test
  void aMethodHoldsForTheRowsBelow() throws IOException {
    AblationRows rows =
        rows("- name: one\n- {name: two, method: cg-cdm}\n- {name: three, set: [map.tau=0.5]}");
    assertThat(rows.plan(RUN).stream().map(PlannedRow::method))
        .containsExactly(
            PerturbationMethod.CDM, PerturbationMethod.CG_CDM, PerturbationMethod.CG_CDM);
    assertThat(rows.methods()).containsExactly(PerturbationMethod.CDM, PerturbationMethod.CG_CDM);
  }

  @Test
  void aStudentMayBeARowAndItsThresholdBeSet() throws IOException {
    AblationRows rows =
        rows("- name: one\n- {name: two, method: student, set: [student.threshold=0.4]}");
    assertThat(rows.plan(RUN).get(1).recipe().mask().threshold().value()).isEqualTo(0.4);
  }

  @Test
  void whatARowAddsIsToldInWords() throws IOException {
    AblationRows rows = rows("- {name: one, from: published, method: cg-cdm, set: [map.tau=0]}");
    assertThat(rows.plan(RUN).get(0).adds()).isEqualTo("the paper's settings, cg-cdm, map.tau=0");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "name: one | must hold a list: begin each entry with a dash",
        "[] | There are no rows: give at least one",
        "- set: [map.tau=0] | Row 1 has no name: give it one",
        "- {name: one}#- {name: one} | Two rows are called 'one': rename one",
        "- {name: one}#- {name: two, from: published} | Row 'two' begins with the paper's settings",
        "- {name: one, sets: [map.tau=0]} | row 1 sets sets, which does not exist; there are: name,",
        "- {name: one, method: magic} | row 1: There is no method 'magic'; there are: cdm,",
        "- {name: one, set: [map.tauz=0]} | Row 'one': map.tauz=0 sets map.tauz, which does",
        "- {name: one, set: [map.tau=1]} | Row 'one': settings: map.tau is 1.0, but must be",
        "- {name: one, set: [student.rounds=3]} | Row 'one' sets student.rounds=3, but rows share",
        "- {name: one, set: [train.seed=3]} | Row 'one' sets train.seed=3, but rows share their",
        "- {name: one, set: [contrast.present=0, contrast.absent=1]} | but rows share their networks",
      })
  void rowsThatCannotBeAreRefused(String lines, String sentence) {
    assertThatThrownBy(() -> rows(lines.replace('#', '\n')).plan(RUN))
        .isInstanceOf(UserError.class)
        .hasMessageContaining(sentence);
  }

  private static List<String> changes() {
    return List.of("map.tau=0.5", "map.draws=2", "mask.smoothing=3");
  }

  private AblationRows rows(String yaml) throws IOException {
    return AblationRows.read(Files.writeString(folder.resolve("rows.yaml"), yaml));
  }
}
