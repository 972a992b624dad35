package io.wisp.ablation;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.wisp.BadSetting;
import io.wisp.UserError;
import io.wisp.ablation.AblationRow.Start;
import io.wisp.activation.MapMethod;
import io.wisp.activation.PerturbationMethod;
import io.wisp.base.SettingsTree;
import io.wisp.training.RunSettings;
import io.wisp.training.StudentSettings;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The rows of an ablation table, each of which adds an idea to the one above. As a file:
 *
 * <pre>{@code
 * - name: as published
 *   from: published
 * - name: whole contrast
 *   set: [map.tau=0]
 * - name: guided
 *   method: cg-cdm
 * }</pre>
 *
 * @param rows from top to bottom
 */
public record AblationRows(List<AblationRow> rows) {
  public AblationRows {
    rows = List.copyOf(rows);
    if (rows.isEmpty()) {
      throw new UserError("There are no rows: give at least one, such as `- name: as trained`.");
    }
    Set<String> names = new HashSet<>();
    for (AblationRow row : rows) {
      if (row.name().isBlank()) {
        throw new UserError("Row %s has no name: give it one.".formatted(names.size() + 1));
      }
      if (!names.add(row.name())) {
        throw new UserError("Two rows are called '%s': rename one.".formatted(row.name()));
      }
      if (row.from() == Start.PUBLISHED && names.size() > 1) {
        throw new UserError(
            "Row '%s' begins with the paper's settings, but only the first row may: each other one adds to the row above."
                .formatted(row.name()));
      }
    }
  }

  /**
   * Reads a file of rows.
   *
   * @throws UserError if it is no list of rows
   */
  public static AblationRows read(Path file) {
    List<AblationRow> rows = new ArrayList<>();
    for (ObjectNode entry : SettingsTree.readYamlList(file)) {
      String origin = "%s, row %s".formatted(file, rows.size() + 1);
      ObjectNode whole = SettingsTree.overlay(SettingsTree.tree(AblationRow.EMPTY), entry, origin);
      rows.add(SettingsTree.as(AblationRow.class, whole, origin));
    }
    return new AblationRows(rows);
  }

  /** The methods of all rows. */
  public List<MapMethod> methods() {
    List<MapMethod> methods = new ArrayList<>();
    for (AblationRow row : rows) {
      methods.add(row.method() == null ? last(methods) : row.method());
    }
    return methods.stream().distinct().toList();
  }

  private static MapMethod last(List<MapMethod> methods) {
    return methods.isEmpty() ? PerturbationMethod.CDM : methods.get(methods.size() - 1);
  }

  /**
   * The score of each row.
   *
   * @param run the settings that the first row adds to
   * @throws UserError if a row sets what cannot be, or what is not of maps and masks
   */
  List<PlannedRow> plan(RunSettings run) {
    List<PlannedRow> planned = new ArrayList<>();
    RunSettings settings = run;
    MapMethod method = PerturbationMethod.CDM;
    for (AblationRow row : rows) {
      settings = applied(row, settings);
      method = row.method() == null ? method : row.method();
      requireTrained(row, settings, run);
      planned.add(PlannedRow.step(row.name(), row.words(), method, settings));
    }
    return planned;
  }

  private static RunSettings applied(AblationRow row, RunSettings above) {
    try {
      RunSettings start = row.from() == Start.PUBLISHED ? above.asPublished() : above;
      return start.with(row.set());
    } catch (BadSetting e) {
      throw e.at("Row '%s'".formatted(row.name()));
    } catch (UserError e) {
      throw new UserError("Row '%s': %s".formatted(row.name(), e.getMessage()), e);
    }
  }

  /** The networks are trained, and rows that score other slices cannot be compared. */
  private static void requireTrained(AblationRow row, RunSettings settings, RunSettings run) {
    boolean same =
        settings.sameTraining(run)
            && sameTraining(settings.student(), run.student())
            && settings.contrast().equals(run.contrast());
    if (!same) {
      throw new UserError(
          "Row '%s' sets %s, but rows share their networks and slices: set only how maps and masks are made, such as map.tau or mask.smoothing."
              .formatted(row.name(), String.join(", ", row.set())));
    }
  }

  private static boolean sameTraining(StudentSettings one, StudentSettings other) {
    return one.withThreshold(other.threshold()).withRefinement(other.refinement()).equals(other);
  }
}
