package io.wisp.volume;

import io.wisp.BadSetting;
import io.wisp.Remedy;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A format that scans are read in. To add one, name the class, which has a public constructor
 * without parameters, in {@code META-INF/services/io.wisp.volume.ScanFormat}.
 */
public interface ScanFormat {
  /**
   * What to read where a path holds more than one scan, or does not tell the order of its slices.
   *
   * @param series the number, description or identifier of a series, or {@code all}; empty if there
   *     must be only one
   * @param order of slices whose place the files do not tell; empty to refuse them
   * @param regridding whether slices whose distances change may be resampled onto even spacing
   */
  record Choice(Optional<String> series, Optional<Order> order, Regridding regridding) {
    /** Nothing is chosen: what is ambiguous is refused. */
    public static final Choice NONE = new Choice(Optional.empty(), Optional.empty());

    private static final String ALL = "all";

    /** Nothing may be resampled. */
    public Choice(Optional<String> series, Optional<Order> order) {
      this(series, order, Regridding.EXACT);
    }

    /** Whether every series is chosen, each for itself. */
    public boolean isAll() {
      return series.isPresent() && series.get().equalsIgnoreCase(ALL);
    }

    /** Another series, of the same order. */
    public Choice withSeries(String name) {
      return new Choice(Optional.of(name), order, regridding);
    }
  }

  /** By what slices without a place are put in order. */
  enum Order {
    /** By the numbers in their files. */
    NUMBER,
    /** By the names of their files, numbers in them by their value. */
    NAME
  }

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

  /**
   * As {@link #open(Path)}, for formats of which one path may hold several series.
   *
   * @throws io.wisp.UserError also if the chosen series is not there, or none is chosen of several
   */
  default ScanSource open(Path path, Choice choice) {
    return openAll(path, choice).get(0);
  }

  /**
   * The scan of every series at a path, or of those chosen, whose headers may still turn out to be
   * damaged where they are read.
   *
   * @throws io.wisp.UserError also if the chosen series is not there
   */
  default List<ScanSource> openAll(Path path, Choice choice) {
    if (choice.series().isPresent() && !choice.isAll()) {
      throw new BadSetting(
          "series",
          choice.series().get(),
          "%s holds one scan, and no series \"%s\": choose no series of it."
              .formatted(path, choice.series().get()),
          Remedy.SERIES);
    }
    return List.of(open(path));
  }
}
