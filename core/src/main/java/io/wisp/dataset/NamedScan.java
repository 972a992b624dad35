package io.wisp.dataset;

import io.wisp.UserError;
import io.wisp.volume.ScanFormat;
import io.wisp.volume.ScanSource;
import io.wisp.volume.Volume;
import io.wisp.volume.Volumes;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A scan to segment.
 *
 * @param name what its masks are called: its file's name without extension and kind of scan, or
 *     that of its folder, without the folders that every case has, see {@link Layout#isInEveryCase}
 * @param channels a file or DICOM folder for each kind of scan that the model looks at
 * @param series which of the series in its folder it is; empty if the reader is to choose
 */
public record NamedScan(String name, List<Path> channels, Optional<String> series) {
  private static final Pattern OTHER = Pattern.compile("[_-](seg|mask|map)$");

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
   * @throws UserError if a file is damaged, a frame must be chosen, or grids differ
   */
  public List<Volume> read(List<String> modalities, ScanReader reader) {
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

  /**
   * The scans that are meant by files and folders.
   *
   * @param modalities the kinds of scan that the model looks at
   * @throws UserError if two have the same name, or a channel is missing
   */
  public static List<NamedScan> of(List<Path> given, List<String> modalities) {
    Map<String, List<Path>> byName = new LinkedHashMap<>();
    for (Path file : expanded(given, modalities)) {
      byName.computeIfAbsent(nameOf(file), name -> new ArrayList<>()).add(file);
    }
    List<NamedScan> scans = new ArrayList<>();
    byName.forEach((name, files) -> scans.add(of(name, files, modalities)));
    return scans;
  }

  private static NamedScan of(String name, List<Path> files, List<String> modalities) {
    if (modalities.size() == 1 && files.size() == 1) {
      return new NamedScan(name, files);
    }
    List<Path> channels = new ArrayList<>();
    for (String modality : modalities) {
      List<Path> found =
          modalities.size() == 1
              ? files
              : files.stream().filter(file -> isOf(file, modality)).toList();
      if (found.isEmpty()) {
        throw new UserError(
            "The model looks at %s, but %s has no %s scan: give all its files, or its folder."
                .formatted(String.join(", ", modalities), name, modality));
      }
      if (found.size() > 1) {
        throw new UserError(
            "%s and %s would both be written as %s: segment them into different folders."
                .formatted(found.get(0), found.get(1), name));
      }
      channels.add(found.get(0));
    }
    return new NamedScan(name, channels);
  }

  private static List<Path> expanded(List<Path> given, List<String> modalities) {
    List<Path> files = new ArrayList<>();
    for (Path scan : given) {
      if (!Files.isDirectory(scan)) {
        files.add(scan);
        continue;
      }
      List<Path> all =
          Volumes.find(scan).stream()
              .filter(file -> !OTHER.matcher(Volumes.stem(file)).find())
              .toList();
      List<Path> wanted =
          all.stream()
              .filter(file -> modalities.stream().anyMatch(modality -> isOf(file, modality)))
              .toList();
      List<Path> chosen = wanted.isEmpty() ? all : wanted;
      if (chosen.isEmpty()) {
        throw new UserError(
            "The folder %s holds no scan, that is, none that is %s."
                .formatted(scan, Volumes.formats()));
      }
      files.addAll(chosen);
    }
    return files;
  }

  /** Whether a file's name, or a DICOM folder's path, tells this kind of scan. */
  private static boolean isOf(Path file, String modality) {
    if (Files.isDirectory(file)) {
      List<String> folders = folders(file).map(folder -> folder.toLowerCase(Locale.ROOT)).toList();
      return Stream.of(modality.split("-"))
          .allMatch(part -> folders.stream().anyMatch(folder -> folder.startsWith(part)));
    }
    String stem = Volumes.stem(file);
    return Layouts.endings(modality).anyMatch(name -> endsIn(stem, name));
  }

  private static boolean endsIn(String stem, String name) {
    return stem.endsWith("_" + name) || stem.endsWith("-" + name);
  }

  private static String nameOf(Path file) {
    if (!Files.isDirectory(file)) {
      String stem = Volumes.stem(file);
      return Layouts.endings()
          .filter(name -> endsIn(stem, name))
          .findFirst()
          .map(name -> stem.substring(0, stem.length() - name.length() - 1))
          .orElse(stem);
    }
    List<String> folders = folders(file).toList();
    return IntStream.iterate(folders.size() - 1, i -> i >= 0, i -> i - 1)
        .mapToObj(folders::get)
        .filter(folder -> !Layouts.isInEveryCase(folder))
        .findFirst()
        .orElse("scan");
  }

  private static Stream<String> folders(Path folder) {
    Path whole = folder.toAbsolutePath().normalize();
    return IntStream.range(0, whole.getNameCount()).mapToObj(i -> whole.getName(i).toString());
  }
}
