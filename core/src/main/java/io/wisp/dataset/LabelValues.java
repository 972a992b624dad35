package io.wisp.dataset;

import io.wisp.BadFile;
import io.wisp.volume.Volume;
import io.wisp.volume.VolumeInfo;
import java.nio.file.Path;

/** The values of a mask as labels: whole numbers, 0 or more. */
final class LabelValues {
  /** What a label may differ from a whole number, as where it was scaled before. */
  private static final double ROUNDING = 0.05;

  private LabelValues() {}

  /**
   * A mask whose values are rounded.
   *
   * @param step the distance of neighbouring values that its file can hold, 0 for any values; a
   *     label may lie half of it off
   * @throws BadFile if a value is no label
   */
  static Volume rounded(Volume mask, Path file, double step) {
    double tolerance = step < 1 ? Math.max(ROUNDING, step / 2 + 1e-6) : ROUNDING;
    float[] values = mask.voxels();
    float[] labels = values;
    for (int i = 0; i < values.length; i++) {
      float value = values[i];
      float label = (float) Math.rint(value) + 0f;
      if (!(label >= 0 && Math.abs(value - label) <= tolerance)) {
        throw noLabel(mask, file, i);
      }
      if (label != value) {
        labels = labels == values ? values.clone() : labels;
        labels[i] = label;
      }
    }
    return mask.withVoxels(labels);
  }

  private static BadFile noLabel(Volume mask, Path file, int i) {
    int x = i % mask.nx();
    int y = i / mask.nx() % mask.ny();
    int z = i / mask.nx() / mask.ny();
    return new BadFile(
        file,
        "the mask %s has the value %s at voxel (%s, %s, %s), which is no label: labels are whole numbers, 0 or more; cut or round its values"
            .formatted(file, VolumeInfo.text(mask.voxels()[i]), x, y, z));
  }
}
