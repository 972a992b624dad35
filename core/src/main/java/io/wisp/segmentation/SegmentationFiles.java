package io.wisp.segmentation;

import io.wisp.Remedy;
import io.wisp.TargetExists;
import io.wisp.UserError;
import io.wisp.base.AtomicFile;
import io.wisp.base.Folders;
import io.wisp.base.SettingsTree;
import io.wisp.report.ColorMap;
import io.wisp.report.Grid;
import io.wisp.report.Illustration;
import io.wisp.report.Montage;
import io.wisp.report.Palette;
import io.wisp.report.Panel;
import io.wisp.report.Picture;
import io.wisp.report.Png;
import io.wisp.report.Range;
import io.wisp.volume.MaskFormat;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes one scan's result: {@code NAME_mask.nii.gz}, {@code NAME_map.nii.gz}, {@code
 * NAME_montage.png} and {@code NAME.json}, on request also {@code NAME_confidence.nii.gz}; and a
 * line of {@code confidence.csv}, see {@link ConfidenceSheet}. In formats other than NIfTI, volumes
 * have their ending.
 *
 * @param folder where to
 * @param overwrite whether files of that name may be replaced
 * @param extent which volumes are written
 * @param format how they are written
 */
public record SegmentationFiles(Path folder, boolean overwrite, Extent extent, MaskFormat format) {
  /** Which volumes are written. */
  public enum Extent {
    MASK_AND_MAP,
    /** Also the confidence of each voxel. */
    WITH_CONFIDENCE
  }

  private static final int PANEL_SIZE = 160;
  private static final int COLUMNS = 8;
  private static final int PANELS = 40;

  /** Fails early, before any work, if the scan's files exist and may not be replaced. */
  public void check(String name) {
    refuse(mask(name));
    if (extent == Extent.WITH_CONFIDENCE) {
      refuse(confidence(name));
    }
  }

  /**
   * Adds to the error of a scan that failed that the mask of an earlier run stays, if there is one.
   */
  public UserError withOlderMask(String name, UserError error) {
    if (!Files.exists(mask(name))) {
      return error;
    }
    return new UserError(
        "%s An older mask of this scan stays: %s.".formatted(ended(error.getMessage()), mask(name)),
        error,
        error.remedies().toArray(Remedy[]::new));
  }

  private static String ended(String sentence) {
    return sentence.endsWith(".") ? sentence : sentence + ".";
  }

  /** Fails early if the folder's confidence.csv is something else, such as that of a tuning. */
  public void checkSheet() {
    ConfidenceSheet.read(sheet());
  }

  private void refuse(Path file) {
    if (!overwrite && Files.exists(file)) {
      throw new TargetExists(
          file,
          "%s exists already: replace it, or choose another folder.".formatted(file),
          Remedy.REPLACE,
          Remedy.OTHER_FOLDER);
    }
  }

  /**
   * Writes the files.
   *
   * @param record what is needed to repeat it
   */
  public void write(String name, SegmentedScan scan, SegmentationRecord record) {
    Folders.make(folder);
    try {
      format.writeMask(mask(name), scan.mask());
      format.writeMap(volume(name, "map"), scan.map());
      writeConfidence(name, scan);
      Illustration.write(
          folder.resolve(name + "_montage.png"),
          file -> Png.write(montage(name, scan).draw(), file));
      AtomicFile.replaceText(
          folder.resolve(name + ".json"), SettingsTree.JSON.writeValueAsString(record));
      ConfidenceSheet.read(sheet()).with(name, scan.confidence()).write(sheet());
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write to " + folder, e);
    }
  }

  /** An older one would belong to another mask. */
  private void writeConfidence(String name, SegmentedScan scan) throws IOException {
    if (extent == Extent.WITH_CONFIDENCE) {
      format.writeMap(confidence(name), scan.pixelConfidence());
    } else {
      Files.deleteIfExists(confidence(name));
    }
  }

  /** The table of the folder's scans, the least confident first. */
  public Path sheet() {
    return folder.resolve("confidence.csv");
  }

  private Path confidence(String name) {
    return volume(name, "confidence");
  }

  private Path mask(String name) {
    return volume(name, "mask");
  }

  private Path volume(String name, String what) {
    return folder.resolve(name + "_" + what + format.ending());
  }

  /** Slices evenly over the scan, each with the mask's outline, and beside it the map. */
  private static Montage montage(String name, SegmentedScan scan) {
    List<SegmentedSlice> slices = scan.slices();
    int shown = Math.min(slices.size(), PANELS);
    Range range = range(slices);
    List<Panel> panels = new ArrayList<>();
    for (int i = 0; i < shown; i++) {
      SegmentedSlice slice = slices.get((int) ((long) i * slices.size() / shown));
      panels.add(new Panel(outlined(slice), "slice " + slice.slice().index()));
      panels.add(new Panel(picture(slice.map(), ColorMap.DIVERGING, range), "map"));
    }
    String title = slices.isEmpty() ? name + ": no slice holds the object" : name;
    return Montage.grid(title, panels, COLUMNS);
  }

  private static Picture outlined(SegmentedSlice slice) {
    int size = side(slice.mask().length);
    return picture(
            slice.slice().firstChannel((int) Math.sqrt(slice.map().length)),
            ColorMap.GREY,
            Range.IMAGE)
        .outlined(Grid.ofMask(size, size, slice.mask()), Palette.PREDICTION, Picture.Side.OUTSIDE);
  }

  private static Picture picture(float[] pixels, ColorMap colors, Range range) {
    int size = side(pixels.length);
    return Picture.of(new Grid(size, size, pixels), colors, range)
        .scaled(Math.max(1, PANEL_SIZE / size), Picture.Scaling.NEAREST);
  }

  private static Range range(List<SegmentedSlice> slices) {
    float largest = 1e-6f;
    for (SegmentedSlice slice : slices) {
      for (float value : slice.map()) {
        largest = Math.max(largest, Math.abs(value));
      }
    }
    return new Range(-largest, largest);
  }

  private static int side(int pixels) {
    return (int) Math.round(Math.sqrt(pixels));
  }
}
