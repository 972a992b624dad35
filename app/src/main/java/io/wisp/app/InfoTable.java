package io.wisp.app;

import io.wisp.volume.DicomInfo;
import io.wisp.volume.VolumeInfo;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What {@code wisp info} prints for people. */
final class InfoTable {
  private static final MathContext DIGITS = new MathContext(6);

  private InfoTable() {}

  /** One line for each property of a scan. */
  static String of(VolumeInfo info) {
    List<String> lines = new ArrayList<>();
    lines.add(line("shape", shape(info)));
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
    lines.add(line("sum", number(info.sum())));
    lines.add(line("first voxel", number(info.first())));
    lines.add(line("middle voxel", number(info.mid())));
    if (info.dicom() != null) {
      lines.addAll(of(info.dicom()));
    }
    return String.join(System.lineSeparator(), lines);
  }

  private static List<String> of(DicomInfo dicom) {
    return List.of(
        line("DICOM files", String.valueOf(dicom.files())),
        line("encoded as", dicom.transferSyntax()),
        line("bits", dicom.bitsStored() + (dicom.signed() ? ", signed" : ", unsigned")),
        line("rescaled by", number(dicom.slope()) + " · pixel + " + number(dicom.intercept())));
  }

  /** One row for each scan. */
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
              : List.of(entry.name(), "unreadable: " + entry.error()));
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
    return info.zooms().stream().map(InfoTable::number).collect(Collectors.joining("x"));
  }

  private static String range(VolumeInfo info) {
    return number(info.min()) + " to " + number(info.max());
  }

  /** Six digits at most, without zeros at the end. */
  private static String number(double value) {
    if (!Double.isFinite(value)) {
      return String.valueOf(value);
    }
    boolean whole = value == Math.rint(value) && Math.abs(value) < 1e15;
    BigDecimal exact = new BigDecimal(value);
    BigDecimal shown = (whole ? exact : exact.round(DIGITS)).stripTrailingZeros();
    return whole || Math.abs(value) >= 1e-4 ? shown.toPlainString() : shown.toString();
  }
}
