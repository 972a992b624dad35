package io.wisp.app;

import io.wisp.UserError;
import io.wisp.dataset.ScanReader;
import io.wisp.volume.Regridding;
import java.util.OptionalInt;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** How scans are read. */
final class ReaderOptions {
  @Option(
      names = "--frame",
      paramLabel = "N",
      description =
          "Frame to read of scans that have several (4-D), counted from 0; `wisp info` tells what"
              + " they are. Default: such scans are refused.")
  private Integer frame;

  @Option(
      names = "--resample",
      description =
          "Resample channels and masks that lie on another grid than their scan, images linearly,"
              + " masks by the nearest voxel; and DICOM series whose distances of slices change once,"
              + " linearly onto even spacing. Default: they are refused, unless axes need only be"
              + " flipped or reordered.")
  private boolean resample;

  @Mixin private SeriesOptions series;

  ScanReader reader() {
    if (frame != null && frame < 0) {
      throw new UserError("--frame is %s, but frames count from 0.".formatted(frame));
    }
    return new ScanReader(
        frame == null ? OptionalInt.empty() : OptionalInt.of(frame),
        resample ? Regridding.RESAMPLE : Regridding.EXACT,
        series.choice());
  }
}
