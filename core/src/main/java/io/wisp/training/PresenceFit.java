package io.wisp.training;

import io.wisp.Progress;
import io.wisp.activation.ContrastSettings;
import io.wisp.activation.LabelledImage;
import io.wisp.activation.SlicePresence;
import io.wisp.slices.SlicePositions;
import io.wisp.slices.SliceRecord;
import io.wisp.slices.SliceStore;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Calibrates what a network says of slices on patients held back from its training.
 *
 * @param store with the slices
 * @param held the patients
 * @param contrast the labels with and without the object; slices with others are left out
 */
record PresenceFit(SliceStore store, HeldBack held, ContrastSettings contrast) {
  private static final int CHUNK = 16;

  /**
   * Fits a calibration, and keeps it in the run folder; a network without patients held back has
   * none.
   *
   * @return a sentence for the user, if there were any
   */
  List<String> of(RunFolder run, SlicePresence presence, Progress.Factory progress) {
    List<SliceRecord> slices = held.slices(store).stream().filter(this::compared).toList();
    Optional<FittedPresence> fitted =
        slices.isEmpty() ? Optional.empty() : fitted(slices, presence, progress);
    FittedPresence.keep(run, fitted);
    if (held.cases().isEmpty()) {
      return List.of();
    }
    return List.of(
        fitted
            .map(FittedPresence::sentence)
            .orElse(
                "Presence of the object is not calibrated: the network does not tell it on the slices of the %s patients held back."
                    .formatted(held.patients())));
  }

  private boolean compared(SliceRecord slice) {
    return slice.labelled(contrast.present()) || slice.labelled(contrast.absent());
  }

  private Optional<FittedPresence> fitted(
      List<SliceRecord> slices, SlicePresence presence, Progress.Factory progress) {
    SlicePositions positions = SlicePositions.of(store.slices());
    boolean[] positive = new boolean[slices.size()];
    for (int i = 0; i < positive.length; i++) {
      positive[i] = slices.get(i).labelled(contrast.present());
    }
    try (Progress bar = progress.start("slices held back", slices.size())) {
      double[] p =
          bar
              .inChunks(slices, CHUNK, some -> List.of(presence.of(images(some, positions))))
              .stream()
              .flatMapToDouble(Arrays::stream)
              .toArray();
      return FittedPresence.of(contrast.present(), held.patients(), p, positive);
    }
  }

  private List<LabelledImage> images(List<SliceRecord> slices, SlicePositions positions) {
    return slices.stream().map(slice -> StoreImage.of(store, slice, positions)).toList();
  }
}
