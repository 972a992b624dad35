package io.wisp.volume;

import java.nio.file.Path;
import java.util.List;

/**
 * A format that scans are read in. To add one, name the class, which has a public constructor
 * without parameters, in {@code META-INF/services/io.wisp.volume.ScanFormat}.
 */
public interface ScanFormat {
  /** What it is called and by what it is known, for errors: {@code NRRD (.nrrd)}. */
  String title();

  /**
   * How names of its files end, in lower case and with the dot; {@code .x.gz} before {@code .gz}.
   */
  List<String> endings();

  /**
   * Whether a path, which need not exist, is to be read as this format: by its name where names are
   * reliable, else by its first bytes. If several formats say so, the first on the class path reads
   * it.
   */
  boolean recognises(Path path);

  /**
   * The scans in one folder, without those in the folders in it.
   *
   * @param files the files right in the folder, sorted, hidden ones among them
   * @return the paths to open: some of the files, or the folder itself; files that no format
   *     returns are passed over
   */
  List<Path> find(Path folder, List<Path> files);

  /**
   * The scan at a path that this format recognises.
   *
   * @throws io.wisp.UserError if the path does not exist or its header is damaged; a format may
   *     tell this later, where the scan is read
   */
  ScanSource open(Path path);
}
