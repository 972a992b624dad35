package io.wisp.app;

import io.wisp.volume.VolumeInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What {@code wisp info} prints for people. */
final class InfoTable {
  private InfoTable() {}

  /** One line for each property of a scan. */
  static String of(VolumeInfo info) {
    List<String> lines = new ArrayList<>();
    lines.add(line("shape", shape(info)));
    if (info.frames() > 1) {
      String meaning = info.frameMeaning() == null ? "" : ", " + info.frameMeaning();
      lines.add(line("frames", info.frames() + meaning));
    }
    lines.add(line("voxel size", zooms(info)));
    lines.add(line("axes point to", info.axcodes()));
    for (int row = 0; row < 4; row++) {
      String values =
          info.affine().get(row).stream()
              .map(value -> String.format(Locale.ROOT, "%12.5f", value + 0.0))
              .collect(Collectors.joining());
      lines.add(line(row == 0 ? "affine" : "", values));
    }
    lines.add(line("stored as", info.dtype()));
    lines.add(line("range", range(info)));
    lines.add(line("sum", VolumeInfo.text(info.sum())));
    lines.add(line("first voxel", VolumeInfo.text(info.first())));
    lines.add(line("middle voxel", VolumeInfo.text(info.mid())));
    if (info.details() != null) {
      info.details().lines().forEach(detail -> lines.add(line(detail.name(), detail.value())));
    }
    return String.join(System.lineSeparator(), lines);
  }

  /** One row for each scan; why some cannot be read is told after the table. */
  static String of(List<ScanEntry> entries) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("scan", "shape", "voxel size", "axes", "type", "range"));
    for (ScanEntry entry : entries) {
      rows.add(
          entry.ok()
              ? List.of(
                  entry.name(),
                  shape(entry.info()),
                  zooms(entry.info()),
                  entry.info().axcodes(),
                  entry.info().dtype(),
                  range(entry.info()))
              : List.of(entry.name(), "unreadable, see below"));
    }
    return TextTable.of(rows);
  }

  private static String line(String name, String value) {
    return String.format(Locale.ROOT, "%-14s %s", name, value).stripTrailing();
  }

  private static String shape(VolumeInfo info) {
    return info.shape().stream().map(String::valueOf).collect(Collectors.joining("x"));
  }

  private static String zooms(VolumeInfo info) {
    return info.zooms().stream().map(VolumeInfo::text).collect(Collectors.joining("x"));
  }

  private static String range(VolumeInfo info) {
    return VolumeInfo.text(info.min()) + " to " + VolumeInfo.text(info.max());
  }
}
