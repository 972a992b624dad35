package io.wisp.ablation;

import io.wisp.BadFile;
import io.wisp.Progress;
import io.wisp.UserError;
import io.wisp.dataset.Split;
import io.wisp.engine.Engine;
import io.wisp.reproduction.Reproduction;
import io.wisp.reproduction.ReproductionFolder;
import io.wisp.reproduction.TrainedRepeat;
import io.wisp.segmentation.TrainedModel;
import io.wisp.slices.SliceStore;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Scores the rows of an ablation table in each repeat of a reproduction that is trained, and writes
 * the table over all of them. Finished work is kept: the same call resumes, and scores repeats
 * added since.
 *
 * @param reproduction folder of a {@link Reproduction}
 * @param split whose patients are scored
 * @param out folder for the tables
 */
public record RepeatedRowAblation(
    AblationRows rows, Path reproduction, Engine engine, Split split, Path out) {

  /**
   * Computes what is missing, and writes the table after each repeat.
   *
   * @param news is told in a sentence what each row came to
   * @return the table over all repeats
   * @throws UserError if there is no repeat, or a row cannot be in some repeat, before anything is
   *     computed; if the folder holds something else
   */
  public RowTable run(Progress.Factory progress, Consumer<String> news) {
    RepeatedRowFolder folder = new RepeatedRowFolder(out);
    List<RowReport> reports = new ArrayList<>();
    RowReport all = null;
    for (TrainedRepeat repeat : repeats()) {
      String name = "repeat %s: ".formatted(repeat.number());
      RowFolder own = folder.repeat(repeat.number());
      reports.add(scored(repeat, own, progress, line -> news.accept(name + line)));
      all = RowReport.overRepeats(reports);
      folder.write(all);
    }
    return all.table();
  }

  /** Drops the kept rows, unless the new ones cannot be computed. */
  public void startAnew() {
    RepeatedRowFolder folder = new RepeatedRowFolder(out);
    repeats().forEach(repeat -> folder.repeat(repeat.number()).clear());
  }

  private List<TrainedRepeat> repeats() {
    List<TrainedRepeat> repeats = new ReproductionFolder(reproduction).trainedRepeats();
    if (repeats.isEmpty()) {
      throw new BadFile(
          reproduction,
          "No repeat of %s has a diffusion model that is trained: reproduce it with the method cdm first."
              .formatted(reproduction));
    }
    for (TrainedRepeat repeat : repeats) {
      repeat.require(rows.methods());
      rows.plan(repeat.settings());
    }
    new RepeatedRowFolder(out).claim();
    return repeats;
  }

  private RowReport scored(
      TrainedRepeat repeat, RowFolder folder, Progress.Factory progress, Consumer<String> news) {
    try (SliceStore store = SliceStore.open(repeat.store());
        TrainedModel model = repeat.open(engine)) {
      return new RowAblation(rows, model, store, split, folder).report(progress, news);
    }
  }
}
