package io.wisp.evaluation;

import io.wisp.Progress;
import io.wisp.UserError;
import io.wisp.activation.ActivationMethod;
import io.wisp.activation.LabelledImage;
import io.wisp.mask.MaskMaker;
import io.wisp.mask.SliceMask;
import io.wisp.metrics.CaseScore;
import io.wisp.metrics.CaseStack;
import io.wisp.metrics.Score;
import io.wisp.metrics.SliceScore;
import io.wisp.metrics.Summary;
import io.wisp.slices.SliceRecord;
import io.wisp.slices.SliceStore;
import io.wisp.slices.Split;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Scores a model on the positive slices of a store, at the store's resolution. Masks by hand serve
 * for the scores only.
 */
public final class Evaluation {
  /** Slices between two looks at the progress bar. */
  private static final int CHUNK = 16;

  private final TrainedModel model;
  private final SliceStore store;
  private final List<SliceRecord> positives;

  /**
   * @param split whose patients are scored
   * @throws UserError if the store has no masks, another image size, or no positive slice there
   */
  public Evaluation(TrainedModel model, SliceStore store, Split split) {
    this.model = model;
    this.store = store;
    positives = store.slices(split).stream().filter(SliceRecord::positive).toList();
    check(split);
  }

  private void check(Split split) {
    model.requireFit(store);
    if (!store.hasMasks()) {
      throw new UserError(
          "The store %s has no masks, so there is nothing to score against: use `wisp segment` to see masks."
              .formatted(store.folder()));
    }
    if (positives.isEmpty()) {
      throw new UserError(
          "The store %s has no positive slice among its %s patients: prepare it with another --split or --seed."
              .formatted(store.folder(), split.name().toLowerCase(java.util.Locale.ROOT)));
    }
  }

  /** Makes and scores the masks of one setting. */
  public SettingResult run(Setting setting, Progress.Factory progress) {
    long start = System.nanoTime();
    List<LabelledImage> images = images();
    List<float[]> maps = maps(setting, images, progress);
    int size = store.imageSize();
    MaskMaker maker = new MaskMaker(setting.mask(), size, size);
    List<SliceMask> masks = maker.make(maps, firstChannels(images));
    double seconds = (System.nanoTime() - start) * 1e-9 / positives.size();
    List<SliceOutcome> outcomes = new ArrayList<>();
    for (int i = 0; i < positives.size(); i++) {
      outcomes.add(outcome(positives.get(i), images.get(i), masks.get(i)));
    }
    List<Score> scores = outcomes.stream().map(outcome -> outcome.score().score()).toList();
    return new SettingResult(setting, outcomes, volumes(outcomes), Summary.of(scores), seconds);
  }

  private List<LabelledImage> images() {
    int pixels = store.channels() * store.imageSize() * store.imageSize();
    List<LabelledImage> images = new ArrayList<>();
    for (SliceRecord slice : positives) {
      float[] image = new float[pixels];
      store.readImage(slice.index(), image, 0);
      images.add(new LabelledImage(image, slice.caseId() + ":" + slice.slice()));
    }
    return images;
  }

  private List<float[]> maps(
      Setting setting, List<LabelledImage> images, Progress.Factory progress) {
    ActivationMethod method = model.method(setting.method(), setting.maps());
    List<float[]> maps = new ArrayList<>();
    try (Progress bar = progress.start("maps", images.size())) {
      for (int from = 0; from < images.size(); from += CHUNK) {
        List<LabelledImage> chunk = images.subList(from, Math.min(images.size(), from + CHUNK));
        maps.addAll(method.maps(chunk));
        bar.advance(chunk.size());
      }
    }
    return maps;
  }

  private List<float[]> firstChannels(List<LabelledImage> images) {
    int pixels = store.imageSize() * store.imageSize();
    return images.stream().map(image -> java.util.Arrays.copyOf(image.pixels(), pixels)).toList();
  }

  private SliceOutcome outcome(SliceRecord slice, LabelledImage image, SliceMask found) {
    int size = store.imageSize();
    boolean[] truth = truth(slice);
    double[] spacing = {slice.rowSpacing(), slice.columnSpacing()};
    Score score = Score.of(found.mask(), truth, new int[] {size, size}, spacing);
    return new SliceOutcome(
        slice,
        java.util.Arrays.copyOf(image.pixels(), size * size),
        truth,
        found.map(),
        found.mask(),
        new SliceScore(slice.caseId(), slice.slice(), score));
  }

  private boolean[] truth(SliceRecord slice) {
    byte[] bytes = new byte[store.imageSize() * store.imageSize()];
    store.readMask(slice.index(), bytes, 0);
    boolean[] truth = new boolean[bytes.length];
    for (int i = 0; i < bytes.length; i++) {
      truth[i] = bytes[i] != 0;
    }
    return truth;
  }

  /** Slices without the label count as empty, in truth and in prediction. */
  private List<CaseScore> volumes(List<SliceOutcome> outcomes) {
    int size = store.imageSize();
    Map<String, CaseStack> stacks = new LinkedHashMap<>();
    for (SliceOutcome outcome : outcomes) {
      SliceRecord slice = outcome.record();
      double[] spacing = {Double.NaN, slice.rowSpacing(), slice.columnSpacing()};
      stacks
          .computeIfAbsent(slice.caseId(), id -> new CaseStack(id, size, size, spacing))
          .add(slice.slice(), outcome.mask(), outcome.truth());
    }
    return stacks.values().stream().map(CaseStack::score).toList();
  }
}
