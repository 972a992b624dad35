package io.wisp.nifti;

import io.wisp.BadFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** How a scan lies on disk, by its name: one file, or a header with its voxels beside it. */
enum NiftiName {
  SINGLE(".nii"),
  HEADER(".hdr"),
  IMAGE(".img");

  private static final String GZIP = ".gz";

  private final String suffix;

  NiftiName(String suffix) {
    this.suffix = suffix;
  }

  /** Where the header and the voxels are: the same file twice, or a pair. */
  record Parts(Path header, Path voxels) {
    boolean single() {
      return header.equals(voxels);
    }
  }

  /** How names end, the longer ones before those that they contain. */
  static List<String> endings() {
    return Stream.of(values()).flatMap(kind -> Stream.of(kind.suffix + GZIP, kind.suffix)).toList();
  }

  static boolean matches(Path file) {
    return Stream.of(values()).anyMatch(kind -> kind.names(file));
  }

  static boolean isGzip(Path file) {
    return lowerName(file).endsWith(GZIP);
  }

  /** Whether the file holds the voxels of a header that lies beside it. */
  static boolean isImageOfHeader(Path file) {
    return IMAGE.names(file)
        && (Files.exists(sibling(file, IMAGE, HEADER, true))
            || Files.exists(sibling(file, IMAGE, HEADER, false)));
  }

  /**
   * The files to read for this name; the other half of a pair may be compressed or not.
   *
   * @throws BadFile if the name is not one of NIfTI's or the other half is missing
   */
  static Parts toRead(Path file) {
    return switch (of(file)) {
      case SINGLE -> new Parts(file, file);
      case HEADER -> new Parts(file, existing(file, HEADER, IMAGE));
      case IMAGE -> new Parts(existing(file, IMAGE, HEADER), file);
    };
  }

  /** The files to write for this name. */
  static Parts toWrite(Path file) {
    return switch (of(file)) {
      case SINGLE -> new Parts(file, file);
      case HEADER -> new Parts(file, sibling(file, HEADER, IMAGE, isGzip(file)));
      case IMAGE -> new Parts(sibling(file, IMAGE, HEADER, isGzip(file)), file);
    };
  }

  private static NiftiName of(Path file) {
    return Stream.of(values())
        .filter(kind -> kind.names(file))
        .findFirst()
        .orElseThrow(
            () ->
                new BadFile(
                    file,
                    file
                        + " does not have the name of a NIfTI scan: it must end in .nii, .nii.gz,"
                        + " .hdr, .hdr.gz, .img or .img.gz."));
  }

  private boolean names(Path file) {
    String name = lowerName(file);
    return name.endsWith(suffix) || name.endsWith(suffix + GZIP);
  }

  private static Path existing(Path file, NiftiName half, NiftiName other) {
    Path same = sibling(file, half, other, isGzip(file));
    Path different = sibling(file, half, other, !isGzip(file));
    if (!Files.exists(file)) {
      throw new BadFile(file, file + " does not exist: check the path.");
    }
    if (Files.exists(same)) {
      return same;
    }
    if (Files.exists(different)) {
      return different;
    }
    throw new BadFile(
        file,
        "%s is half of a pair, and its other half %s is missing: put it beside it."
            .formatted(file, same.getFileName()));
  }

  private static Path sibling(Path file, NiftiName half, NiftiName other, boolean gzip) {
    String name = file.getFileName().toString();
    int stem = name.length() - half.suffix.length() - (isGzip(file) ? GZIP.length() : 0);
    boolean upper = name.startsWith(half.suffix.toUpperCase(Locale.ROOT), stem);
    String suffix = other.suffix + (gzip ? GZIP : "");
    return file.resolveSibling(
        name.substring(0, stem) + (upper ? suffix.toUpperCase(Locale.ROOT) : suffix));
  }

  private static String lowerName(Path file) {
    Path name = file.getFileName();
    return name == null ? "" : name.toString().toLowerCase(Locale.ROOT);
  }
}
