package io.wisp.dicom;

import io.wisp.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds the DICOM files right in a folder; tells in the log what it passes over. */
final class DicomFolder {
  private static final Logger LOG = LoggerFactory.getLogger(DicomFolder.class);

  private DicomFolder() {}

  /** Whether a name ends in {@code .dcm}, so that the file must be a DICOM file. */
  static boolean isCalledDicom(Path file) {
    String name = file.getFileName().toString();
    return name.toLowerCase(Locale.ROOT).endsWith(".dcm") && !name.startsWith(".");
  }

  /** Whether a folder holds a file that is a DICOM file, or must be one. */
  static boolean isOfDicom(Path folder) {
    return list(folder).stream().filter(Files::isRegularFile).anyMatch(DicomFolder::isImage);
  }

  /** Whether a file is a DICOM file other than the index of a disc, or must be one. */
  static boolean isImage(Path file) {
    String name = file.getFileName().toString();
    return isCalledDicom(file)
        || (!name.startsWith("._")
            && !name.equalsIgnoreCase("DICOMDIR")
            && DicomFile.isDicom(file));
  }

  /**
   * The headers of all DICOM files with pixels, in the order of their names.
   *
   * @throws UserError if a file is damaged, or called {@code .dcm} and no DICOM file
   */
  static List<DicomFile> open(Path folder) {
    List<DicomFile> found = new ArrayList<>();
    for (Path file : list(folder)) {
      if (Files.isRegularFile(file)) {
        openOrSkip(file).ifPresent(found::add);
      }
    }
    if (found.isEmpty()) {
      throw new UserError(folder + " holds DICOM files, but none with pictures: leave it out.");
    }
    return found;
  }

  private static Optional<DicomFile> openOrSkip(Path file) {
    if (!isImage(file)) {
      LOG.info("{} is passed over: it is no DICOM file", file);
      return Optional.empty();
    }
    Optional<DicomFile> image = DicomFile.find(file);
    if (image.isEmpty()) {
      LOG.info("{} is passed over: it is a DICOM file without pixels", file);
    }
    return image;
  }

  private static List<Path> list(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().toList();
    } catch (IOException e) {
      throw new UserError("The folder %s cannot be searched: %s.".formatted(folder, e), e);
    }
  }
}
