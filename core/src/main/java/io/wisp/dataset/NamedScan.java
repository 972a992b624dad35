package io.wisp.dataset;

import io.wisp.UserError;
import io.wisp.dataset.SourceFolder.LeftOut;
import io.wisp.volume.ScanFormat;
import io.wisp.volume.ScanSource;
import io.wisp.volume.Volume;
import io.wisp.volume.Volumes;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A scan to segment.
 *
 * @param name what its masks are called: its file's name without extension and kind of scan, or
 *     that of its folder, without the folders that every case has, see {@link Layout#isInEveryCase}
 * @param channels a file or DICOM folder for each kind of scan that the model looks at, in the
 *     order of the kinds; fewer if some are missing, which reading it tells
 * @param series which of the series in its folder it is; empty if the reader is to choose
 */
public record NamedScan(String name, List<Path> channels, Optional<String> series) {

  public NamedScan {
    channels = List.copyOf(channels);
  }

  NamedScan(String name, List<Path> channels) {
    this(name, channels, Optional.empty());
  }

  /**
   * One scan for each of the series in its folder, called after the scan and the series; this one
   * if there is no more than one, or if reading it is to tell what is wrong.
   */
  public List<NamedScan> bySeries(ScanFormat.Choice choice) {
    if (channels.size() != 1) {
      return List.of(this);
    }
    try {
      List<ScanSource> all = Volumes.openAll(channels.get(0), choice);
      return all.size() == 1
          ? List.of(this)
          : all.stream()
              .map(ScanSource::seriesKey)
              .map(key -> new NamedScan(name + "_" + key, channels, Optional.of(key)))
              .toList();
    } catch (UserError e) {
      return List.of(this);
    }
  }

  /**
   * Reads the channels, on the grid of the first.
   *
   * @param modalities the kinds of scan, as given to {@link #of}
   * @throws UserError if a channel is missing or called a mask, a file is damaged, a frame must be
   *     chosen, or grids differ
   */
  public List<Volume> read(List<String> modalities, ScanReader reader) {
    check(modalities);
    List<String> names =
        IntStream.range(0, channels.size())
            .mapToObj(i -> "the %s volume %s".formatted(modalities.get(i), channels.get(i)))
            .toList();
    return own(reader).channels(channels, names);
  }

  /** The reader of this series, if it is one of several. */
  public ScanReader own(ScanReader reader) {
    return series.map(key -> reader.withChoice(reader.choice().withSeries(key))).orElse(reader);
  }

  /** The channels whose names tell that they are of another kind than the model looks at. */
  public List<Path> ofAnotherKind(List<String> modalities) {
    return channels.stream().filter(file -> ScanNames.tellAnother(file, null, modalities)).toList();
  }

  /** Whether a file is called a mask, or a map of one. */
  public static boolean isMask(Path file) {
    return ScanNames.isMask(file);
  }

  private void check(List<String> modalities) {
    if (channels.size() < modalities.size()) {
      String missing =
          modalities.stream()
              .filter(kind -> channels.stream().noneMatch(file -> ScanNames.tell(file, null, kind)))
              .collect(Collectors.joining(", "));
      throw new UserError(
          "The model looks at %s, but %s has no %s scan: give all its files, or its folder."
              .formatted(String.join(", ", modalities), name, missing));
    }
    for (Path file : channels) {
      if (ScanNames.isMask(file)) {
        throw new UserError(
            "%s is a mask or map by its name: call it otherwise if it is a scan.".formatted(file));
      }
    }
  }

  /** As {@link #find}, for those who ask of scans only. */
  public static List<NamedScan> of(List<Path> given, List<String> modalities) {
    return find(given, modalities).scans();
  }

  /**
   * The scans that are meant by files and folders.
   *
   * @param modalities the kinds of scan that the model looks at
   * @throws UserError if two have the same name, or a folder holds none
   */
  public static Found find(List<Path> given, List<String> modalities) {
    List<ScanSearch> searches = new ArrayList<>();
    Map<String, List<Path>> byName = new LinkedHashMap<>();
    for (Path path : given) {
      List<Path> files = List.of(path);
      if (Files.isDirectory(path)) {
        ScanSearch search = ScanSearch.in(path, modalities);
        searches.add(search);
        files = search.chosen();
      }
      files.forEach(
          file ->
              byName.computeIfAbsent(ScanNames.nameOf(file), name -> new ArrayList<>()).add(file));
    }
    List<NamedScan> scans = new ArrayList<>();
    byName.forEach((name, files) -> scans.add(of(name, files, modalities)));
    return new Found(scans, searches);
  }

  /** The scans that were meant, and the folders that were searched for them. */
  public static final class Found {
    private final List<NamedScan> scans;
    private final List<ScanSearch> searches;

    private Found(List<NamedScan> scans, List<ScanSearch> searches) {
      this.scans = List.copyOf(scans);
      this.searches = List.copyOf(searches);
    }

    public List<NamedScan> scans() {
      return scans;
    }

    /** Whether a folder was searched; else each scan was given by its own path. */
    public boolean isSearched() {
      return !searches.isEmpty();
    }

    /**
     * What is not used of the folders that were searched, by paths that begin with theirs.
     *
     * @param used files, and folders as a whole
     */
    public List<LeftOut> leftOut(Set<Path> used) {
      return searches.stream().flatMap(search -> search.leftOut(used).stream()).toList();
    }
  }

  private static NamedScan of(String name, List<Path> files, List<String> modalities) {
    List<Path> channels = new ArrayList<>();
    for (String modality : modalities) {
      List<Path> found =
          modalities.size() == 1
              ? files
              : files.stream().filter(file -> ScanNames.tell(file, null, modality)).toList();
      if (found.size() > 1) {
        throw new UserError(
            "%s and %s would both be written as %s: segment them into different folders."
                .formatted(found.get(0), found.get(1), name));
      }
      channels.addAll(found);
    }
    return new NamedScan(name, channels);
  }
}
