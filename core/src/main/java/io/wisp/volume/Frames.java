package io.wisp.volume;

import io.wisp.BadSetting;
import io.wisp.Remedy;
import java.nio.file.Path;
import java.util.OptionalInt;

/**
 * The 3-D frames of a scan.
 *
 * @param count how many there are, 1 of a 3-D scan
 * @param meaning what they are, as far as the scan tells: {@code 2.5 s apart}; empty if it does not
 */
public record Frames(long count, String meaning) {
  /** Of a 3-D scan. */
  public static final Frames ONE = new Frames(1, "");

  /**
   * The frame to read.
   *
   * @param asked counted from 0; if none is asked for there must be no choice
   * @throws BadSetting if there is no such frame, or several and none is asked for
   */
  int choose(ScanSource scan, OptionalInt asked) {
    if (asked.isEmpty() && count > 1) {
      throw new BadSetting(
          "frame",
          "",
          "%s holds %s frames of %s voxels%s: choose one, 0 to %s."
              .formatted(scan.path(), count, shape(scan), described(), count - 1),
          Remedy.FRAME);
    }
    int frame = asked.orElse(0);
    check(scan.path(), frame);
    return frame;
  }

  private static String shape(ScanSource scan) {
    return scan.geometry().shapeText();
  }

  private String described() {
    return meaning.isEmpty() ? "" : " (" + meaning + ")";
  }

  /**
   * Refuses a frame that a scan does not have.
   *
   * @throws BadSetting if there is no such frame
   */
  public void check(Path scan, int frame) {
    if (frame < 0 || frame >= count) {
      throw new BadSetting(
          "frame",
          frame,
          "%s has no frame %s: its frames are 0 to %s.".formatted(scan, frame, count - 1),
          Remedy.FRAME);
    }
  }
}
