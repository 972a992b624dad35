package io.wisp.nifti;

import io.wisp.volume.Frames;
import io.wisp.volume.VolumeInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What a header says of the axes after the third. */
final class FrameMeaning {
  private static final int TIME_UNIT = 0x38;

  private FrameMeaning() {}

  static Frames of(NiftiHeader header) {
    if (header.frames() == 1) {
      return Frames.ONE;
    }
    List<Long> axes = header.shape().subList(3, header.shape().size());
    List<String> parts = new ArrayList<>();
    String values = values(header.intent());
    if (!values.isEmpty()) {
      parts.add(values);
    }
    if (axes.get(0) < header.frames()) {
      String extents = axes.stream().map(String::valueOf).collect(Collectors.joining("x"));
      parts.add("axes 4 to %s are %s, the fourth fastest".formatted(3 + axes.size(), extents));
    }
    double step = header.placement().pixdim().get(4);
    String unit = unit(header.placement().units() & TIME_UNIT);
    if (axes.get(0) > 1 && step > 0 && !unit.isEmpty()) {
      parts.add("%s %s apart".formatted(VolumeInfo.text(step), unit));
    }
    return new Frames(header.frames(), String.join(", ", parts));
  }

  private static String unit(int code) {
    return switch (code) {
      case 8 -> "s";
      case 16 -> "ms";
      case 24 -> "µs";
      case 32 -> "Hz";
      case 40 -> "ppm";
      case 48 -> "rad/s";
      default -> "";
    };
  }

  private static String values(int intent) {
    return switch (intent) {
      case 1001 -> "estimated parameters";
      case 1003 -> "names";
      case 1004 -> "matrices";
      case 1005 -> "symmetric matrices";
      case 1006 -> "displacement vectors";
      case 1007 -> "vectors";
      case 2001 -> "a time series";
      case 2003 -> "colours (RGB)";
      case 2004 -> "colours (RGBA)";
      default -> "";
    };
  }
}
