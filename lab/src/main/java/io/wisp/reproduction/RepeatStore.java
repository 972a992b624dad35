package io.wisp.reproduction;

import io.wisp.BadFile;
import io.wisp.Progress;
import io.wisp.UserError;
import io.wisp.dataset.Layouts;
import io.wisp.dataset.Split;
import io.wisp.network.UNetConfig;
import io.wisp.slices.Preparation;
import io.wisp.slices.PrepareOptions;
import io.wisp.slices.PrepareSummary;
import io.wisp.slices.SliceRecipe;
import io.wisp.slices.SliceStore;
import java.util.function.Consumer;

/** Prepares the slices of a repeat, unless they exist. */
record RepeatStore(
    ReproductionPlan plan,
    ReproductionFolder folder,
    Progress.Factory progress,
    Consumer<String> news) {

  /**
   * @throws UserError if the slices cannot be scored, before hours go into training
   */
  void prepare(int repeat) {
    if (!SliceStore.isStore(folder.store(repeat))) {
      PrepareSummary summary = Preparation.run(options(repeat), progress);
      news.accept(
          "repeat %s: %s slices of %s cases, %s positive"
              .formatted(repeat, summary.slices(), summary.cases(), summary.positives()));
    }
    try (SliceStore store = SliceStore.open(folder.store(repeat))) {
      if (!store.hasMasks()) {
        throw new BadFile(
            plan.source(),
            "Not every case of %s has a mask, so there is nothing to score against: leave out those without."
                .formatted(plan.source()));
      }
      int label = plan.settings(repeat).contrast().present();
      if (store.slices(Split.TEST).stream().noneMatch(slice -> slice.labelled(label))) {
        throw new BadFile(
            plan.source(),
            "In repeat %s no patient held out of %s has a slice labelled %s: give more patients, or ask for fewer repeats."
                .formatted(repeat, plan.source(), label));
      }
    }
  }

  private PrepareOptions options(int repeat) {
    UNetConfig network = plan.settings(repeat).network();
    String modality = Layouts.of(plan.source()).modalities().get(0);
    SliceRecipe recipe = SliceRecipe.DEFAULT.withSize(network.imageSize()).withModality(modality);
    return PrepareOptions.of(plan.source(), folder.store(repeat))
        .withRecipe(recipe)
        .withSplit(plan.study().split(repeat));
  }
}
