package io.wisp.dicom;

import io.wisp.volume.ScanFormat;
import io.wisp.volume.ScanSource;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * DICOM: a folder whose files make up one series or more, or one file. A file is known by its first
 * bytes, whatever it is called, or by its ending {@code .dcm}.
 */
public final class DicomFormat implements ScanFormat {
  @Override
  public String title() {
    return "DICOM (a file, or the folder of a series)";
  }

  @Override
  public List<String> endings() {
    return List.of(".dcm");
  }

  @Override
  public boolean recognises(Path path) {
    return Files.isDirectory(path) ? DicomFolder.isOfDicom(path) : DicomFolder.isImage(path);
  }

  /** The folder, if a file in it is a DICOM file. */
  @Override
  public List<Path> find(Path folder, List<Path> files) {
    return files.stream().anyMatch(DicomFolder::isImage) ? List.of(folder) : List.of();
  }

  @Override
  public ScanSource open(Path path) {
    return DicomSeries.open(path);
  }

  @Override
  public ScanSource open(Path path, ScanFormat.Choice choice) {
    return DicomSeries.open(path, choice);
  }

  @Override
  public List<ScanSource> openAll(Path path, ScanFormat.Choice choice) {
    return List.copyOf(DicomSeries.openAll(path, choice));
  }
}
