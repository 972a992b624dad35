package io.wisp.tuning;

import io.wisp.BadFile;
import io.wisp.Remedy;
import io.wisp.UserError;
import io.wisp.activation.ContrastSettings;
import io.wisp.activation.LabelledImage;
import io.wisp.base.Subset;
import io.wisp.dataset.Split;
import io.wisp.metrics.PlacedScore;
import io.wisp.segmentation.StoreMaps;
import io.wisp.slices.SlicePositions;
import io.wisp.slices.SliceRecord;
import io.wisp.slices.SliceStore;
import io.wisp.training.StoreImage;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The slices by which settings are judged: of training patients, since test patients must not be
 * used. Their masks, if any, are not read.
 *
 * @param slices of both labels
 * @param side rows, and columns, of a slice
 */
public record ValidationSlices(List<ValidationSlice> slices, int side) {
  public ValidationSlices {
    slices = List.copyOf(slices);
  }

  /**
   * Draws cases, and takes slices of them.
   *
   * @param contrast the two labels to separate; slices with others are left out
   * @throws UserError if there is none, or none of a label
   */
  public static ValidationSlices choose(
      SliceStore store, ValidationChoice choice, ContrastSettings contrast) {
    Map<String, List<SliceRecord>> cases =
        store.slices(Split.TRAIN).stream()
            .collect(Collectors.groupingBy(SliceRecord::caseId, TreeMap::new, Collectors.toList()));
    List<String> drawn = new ArrayList<>(cases.keySet());
    Collections.shuffle(drawn, new Random(choice.seed()));
    drawn = drawn.subList(0, Math.min(choice.cases(), drawn.size()));
    SlicePositions positions = SlicePositions.of(store.slices());
    List<ValidationSlice> slices = new ArrayList<>();
    for (String one : drawn) {
      for (int label : new int[] {contrast.present(), contrast.absent()}) {
        List<SliceRecord> alike =
            cases.get(one).stream().filter(slice -> slice.labelled(label)).toList();
        Subset.fromEndToEnd(alike, choice.slices())
            .forEach(slice -> slices.add(read(store, slice, positions, contrast)));
      }
    }
    check(store, drawn.size(), slices, contrast);
    return new ValidationSlices(slices, store.imageSize());
  }

  private static ValidationSlice read(
      SliceStore store, SliceRecord slice, SlicePositions positions, ContrastSettings contrast) {
    return new ValidationSlice(
        slice,
        StoreImage.of(store, slice, positions),
        StoreMaps.firstChannel(store, slice),
        slice.labelled(contrast.present()),
        positions.of(slice));
  }

  private static void check(
      SliceStore store, int cases, List<ValidationSlice> slices, ContrastSettings contrast) {
    if (cases == 0) {
      throw new BadFile(
          store.folder(),
          "The store %s has no training patients, whose labels are needed to choose settings: prepare it with a larger share for training."
              .formatted(store.folder()),
          Remedy.SPLIT);
    }
    requireSome(store, cases, slices, contrast.present());
    requireSome(store, cases, slices, contrast.absent());
  }

  private static void requireSome(
      SliceStore store, int cases, List<ValidationSlice> slices, int label) {
    if (slices.stream().noneMatch(slice -> slice.record().labelled(label))) {
      throw new BadFile(
          store.folder(),
          "None of the %s cases drawn from %s has a slice labelled %s, but settings are chosen by how well the two labels of contrast are told apart: draw more cases, or others, or prepare a store that has both."
              .formatted(cases, store.folder(), label),
          Remedy.MORE_CASES,
          Remedy.OTHER_CASES);
    }
  }

  List<LabelledImage> images() {
    return slices.stream().map(ValidationSlice::image).toList();
  }

  /** A score of each slice, with the truth. */
  List<PlacedScore> placed(List<Double> scores) {
    List<PlacedScore> placed = new ArrayList<>();
    for (int i = 0; i < scores.size(); i++) {
      ValidationSlice slice = slices.get(i);
      placed.add(new PlacedScore(scores.get(i), slice.positive(), slice.place(), slice.patient()));
    }
    return placed;
  }

  /** How many slices hold the object. */
  public int positives() {
    return (int) slices.stream().filter(ValidationSlice::positive).count();
  }

  /** How many do not. */
  public int negatives() {
    return slices.size() - positives();
  }

  /** How many patients they are from. */
  public int patients() {
    return (int) slices.stream().map(ValidationSlice::patient).distinct().count();
  }
}
