package io.wisp.ablation;

import io.wisp.Remedy;
import io.wisp.TargetExists;
import io.wisp.UserError;
import io.wisp.reproduction.ReproductionFolder;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where the tables of several repeats are kept: {@code repeat-N}, a {@link RowFolder} each, and the
 * table over all of them, {@code rows.csv}, {@code rows.md}, {@code rows-dice.png} and {@code
 * .svg}, {@code report.html}, and the strips of the first repeat.
 *
 * @param path of the folder
 */
record RepeatedRowFolder(Path path) {

  /**
   * Rejects a folder with other contents.
   *
   * @throws UserError if it holds the rows of one run, or a reproduction
   */
  void claim() {
    if (new RowFolder(path).hasRows()) {
      throw new TargetExists(
          path,
          "%s holds the rows of one run: choose another folder for those of several repeats."
              .formatted(path),
          Remedy.OTHER_FOLDER);
    }
    if (Files.exists(path.resolve(ReproductionFolder.PLAN))) {
      throw new TargetExists(
          path,
          "%s holds a reproduction, whose own results would be replaced: choose another folder."
              .formatted(path),
          Remedy.OTHER_FOLDER);
    }
  }

  RowFolder repeat(int number) {
    return new RowFolder(path.resolve("repeat-" + number));
  }

  /** Writes the table over the repeats so far. */
  void write(RowReport report) {
    new RowFolder(path).writeTable(report);
    report.chart().illustrate(path, "rows-dice");
  }
}
