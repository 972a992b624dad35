package io.wisp.volume;

import io.wisp.BadSetting;
import io.wisp.UserError;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/**
 * Finds and reads scans in every {@link ScanFormat} there is, and names the {@link MaskFormat}s.
 *
 * <p>Every failure that a file causes is a {@link UserError} that names the file.
 */
public final class Volumes {
  /** The name of the format that masks are written in unless another is asked for. */
  public static final String USUAL_MASK_FORMAT = "nifti";

  private Volumes() {}

  /** All scans in a folder and in the folders in it, by the paths to open, sorted. */
  public static List<Path> find(Path folder) {
    return VolumeSearch.in(folder);
  }

  /**
   * The scan at a path, in whichever format.
   *
   * @throws UserError if there is none, or no format recognises it
   */
  public static ScanSource open(Path path) {
    return open(path, ScanFormat.Choice.NONE);
  }

  /**
   * As {@link #open(Path)}, where a path holds several series or does not tell the order of slices.
   *
   * @throws UserError also if the chosen series is not there, or none is chosen of several
   */
  public static ScanSource open(Path path, ScanFormat.Choice choice) {
    return Formats.needed(path).open(path, choice);
  }

  /**
   * The scan of every series at a path, or of those chosen.
   *
   * @throws UserError also if the chosen series is not there
   */
  public static List<ScanSource> openAll(Path path, ScanFormat.Choice choice) {
    return Formats.needed(path).openAll(path, choice);
  }

  /**
   * Reads a scan of one frame.
   *
   * @throws UserError also if it has several, which are to be chosen from
   */
  public static Volume read(Path path) {
    return read(path, OptionalInt.empty());
  }

  /**
   * Reads a frame of a scan, which need not be told where there is one only.
   *
   * @param frame counted from 0
   * @throws UserError also if there is no such frame, or there are several and none is told
   */
  public static Volume read(Path path, OptionalInt frame) {
    return read(open(path), frame);
  }

  /** As {@link #read(Path, OptionalInt)}. */
  public static Volume read(ScanSource source, OptionalInt frame) {
    return source.read(source.frames().choose(source, frame));
  }

  /** Reads one frame of a scan, see {@link ScanSource#read}. */
  public static Volume read(Path path, int frame) {
    return open(path).read(frame);
  }

  /** Reads how a scan lies in space, without its voxels, see {@link ScanSource#geometry}. */
  public static Geometry readGeometry(Path path) {
    return open(path).geometry();
  }

  /** Says what is in a scan; reads all frames without holding them. */
  public static VolumeInfo info(Path path) {
    return open(path).info();
  }

  /** The name of a scan's file without the ending of its format. */
  public static String stem(Path file) {
    String name = file.getFileName().toString();
    String lower = name.toLowerCase(Locale.ROOT);
    return Formats.SCANS.stream()
        .flatMap(format -> format.endings().stream())
        .filter(lower::endsWith)
        .findFirst()
        .map(ending -> name.substring(0, name.length() - ending.length()))
        .orElse(name);
  }

  /** The formats that scans are read in, for errors: {@code NIfTI (.nii, …) or DICOM (…)}. */
  public static String formats() {
    return Formats.SCANS.stream().map(ScanFormat::title).collect(Collectors.joining(" or "));
  }

  /** The names of the formats that masks are written in. */
  public static List<String> maskFormats() {
    return Formats.MASKS.stream().map(MaskFormat::name).toList();
  }

  /**
   * The format that masks are written in.
   *
   * @param name in any letter case
   * @throws BadSetting if there is none of that name
   */
  public static MaskFormat maskFormat(String name) {
    return Formats.MASKS.stream()
        .filter(format -> format.name().equalsIgnoreCase(name))
        .findFirst()
        .orElseThrow(
            () ->
                new BadSetting(
                    "format",
                    name,
                    "There is no mask format \"%s\": choose of %s."
                        .formatted(name, String.join(", ", maskFormats()))));
  }
}
