package io.wisp.distillation;

import io.wisp.activation.ContrastSettings;
import io.wisp.slices.ByteImages;
import io.wisp.slices.SliceRecord;
import io.wisp.training.MaskSource;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The masks that one round learns from, in its files. Positive slices (contrast.present) have the
 * mask made for them, if it was kept; negative ones (contrast.absent) are empty by their label.
 * Slices with other labels have none.
 */
final class PseudoMasks implements MaskSource {
  /**
   * One mask.
   *
   * @param slice the slice's index in the store
   * @param place the mask's index in the array
   */
  record Entry(int slice, int place, double confidence, boolean kept) {}

  private final Map<Integer, Entry> entries;
  private final ByteImages images;
  private final int pixels;
  private final ContrastSettings contrast;

  /**
   * @param images one per entry
   * @param size rows and columns of an image
   */
  PseudoMasks(List<Entry> entries, ByteImages images, int size, ContrastSettings contrast) {
    this.contrast = contrast;
    this.entries =
        entries.stream().collect(Collectors.toUnmodifiableMap(Entry::slice, Function.identity()));
    this.images = images;
    this.pixels = size * size;
  }

  @Override
  public boolean covers(SliceRecord slice) {
    return slice.labelled(contrast.absent())
        || (slice.labelled(contrast.present()) && entry(slice).kept());
  }

  @Override
  public void read(SliceRecord slice, float[] target, int offset) {
    if (slice.labelled(contrast.present())) {
      Levels.probabilities(levels(slice), target, offset);
    } else {
      Arrays.fill(target, offset, offset + pixels, 0);
    }
  }

  /** The entry of a positive training slice. */
  Entry entry(SliceRecord slice) {
    return entries.get(slice.index());
  }

  /** The mask of a positive training slice, kept or not. */
  byte[] levels(SliceRecord slice) {
    return images.read(entry(slice).place());
  }

  /** How many positive slices there are. */
  int count() {
    return entries.size();
  }

  /** How many of them are trained on. */
  int kept() {
    return (int) entries.values().stream().filter(Entry::kept).count();
  }
}
