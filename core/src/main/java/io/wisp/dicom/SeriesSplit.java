package io.wisp.dicom;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells the series apart whose files lie together: by identifier, number, description, kind, echo
 * time, stack, direction and size. Identifiers that differ in every file are taken for broken, as
 * anonymising leaves them, or that are missing are not asked; then the time and the protocol are.
 */
final class SeriesSplit {
  private static final Logger LOG = LoggerFactory.getLogger(SeriesSplit.class);
  private static final double SAME_DIRECTION = 1e-3;
  private static final double SAME_SIZE = 1e-3;
  private static final double SAME_ECHO = 0.01;
  private static final Pattern NUMBER = Pattern.compile("[+-]?\\d{1,12}");

  /** What names a picture's series. */
  private final Function<SeriesName, List<String>> name;

  private SeriesSplit(Function<SeriesName, List<String>> name) {
    this.name = name;
  }

  /**
   * The series of the files, by number and description.
   *
   * @param path of their folder, or of the file
   * @param files at least one
   */
  static List<SeriesPart> of(Path path, List<DicomFile> files) {
    List<Picture> pictures =
        files.stream()
            .sorted(Comparator.comparing(DicomFile::path))
            .flatMap(file -> Picture.of(file).stream())
            .sorted(Comparator.comparing(picture -> !picture.plane().isPlaced()))
            .toList();
    boolean uidsHelp = files.size() == 1 || areUidsWhole(files);
    if (!uidsHelp) {
      LOG.warn(
          "{}: its files do not tell by an identifier which series they belong to, as after"
              + " anonymising; Wisp goes by their number, description, protocol, echo time,"
              + " direction and size",
          path);
    }
    return keyed(new SeriesSplit(uidsHelp ? SeriesSplit::whole : broken(files)).groups(pictures));
  }

  private static List<String> whole(SeriesName name) {
    return List.of(name.uid(), name.number(), name.description(), name.modality());
  }

  /** Without identifiers; patient and time are asked if they do not differ in every file too. */
  private static Function<SeriesName, List<String>> broken(List<DicomFile> files) {
    boolean patientsHelp = different(files, SeriesName::patient) < files.size();
    boolean timesHelp = different(files, SeriesName::time) < files.size();
    return name ->
        List.of(
            name.number(),
            name.description(),
            name.modality(),
            name.protocol(),
            patientsHelp ? name.patient() : "",
            timesHelp ? name.time() : "");
  }

  /** Identifiers that are missing or, in files of one slice each, all different tell nothing. */
  private static boolean areUidsWhole(List<DicomFile> files) {
    boolean allDifferent =
        different(files, SeriesName::uid) == files.size()
            && files.stream().allMatch(file -> isOneSlice(file.header()));
    return !allDifferent
        && files.stream().noneMatch(file -> file.header().series().uid().isEmpty());
  }

  private static long different(List<DicomFile> files, Function<SeriesName, String> part) {
    return files.stream().map(file -> part.apply(file.header().series())).distinct().count();
  }

  private static boolean isOneSlice(DicomHeader header) {
    return header.planes().size() == 1 && header.planes().get(0).isPlaced();
  }

  private List<List<Picture>> groups(List<Picture> pictures) {
    List<List<Picture>> groups = new ArrayList<>();
    for (Picture picture : pictures) {
      groups.stream()
          .filter(group -> areOfOneSeries(group.get(0), picture))
          .findFirst()
          .orElseGet(
              () -> {
                groups.add(new ArrayList<>());
                return groups.get(groups.size() - 1);
              })
          .add(picture);
    }
    List<List<Picture>> all = new ArrayList<>();
    groups.forEach(group -> all.addAll(byType(group)));
    return all;
  }

  private boolean areOfOneSeries(Picture one, Picture other) {
    DicomHeader a = one.header();
    DicomHeader b = other.header();
    return name.apply(a.series()).equals(name.apply(b.series()))
        && a.flaw().equals(b.flaw())
        && a.columns() == b.columns()
        && a.rows() == b.rows()
        && one.plane().marks().stack().equals(other.plane().marks().stack())
        && haveSameEcho(one.plane().marks().echo(), other.plane().marks().echo())
        && near(one.plane().orientation(), other.plane().orientation(), SAME_DIRECTION)
        && near(one.plane().spacing(), other.plane().spacing(), SAME_SIZE);
  }

  private static boolean haveSameEcho(double a, double b) {
    return Double.compare(a, b) == 0 || Math.abs(a - b) <= SAME_ECHO * Math.abs(a);
  }

  /** Whether two lists agree; one that is not told agrees with any. */
  private static boolean near(List<Double> a, List<Double> b, double tolerance) {
    return a.isEmpty()
        || b.isEmpty()
        || IntStream.range(0, a.size()).allMatch(i -> Math.abs(a.get(i) - b.get(i)) <= tolerance);
  }

  /** Pictures of several types, such as magnitude and phase, that lie at the same places. */
  private static List<List<Picture>> byType(List<Picture> group) {
    Map<String, List<Picture>> types = new LinkedHashMap<>();
    group.forEach(
        picture ->
            types
                .computeIfAbsent(picture.plane().marks().type(), type -> new ArrayList<>())
                .add(picture));
    Set<List<Double>> places = new HashSet<>();
    boolean repeated =
        !group.stream().map(picture -> picture.plane().position()).allMatch(places::add);
    return repeated ? List.copyOf(types.values()) : List.of(group);
  }

  private static List<SeriesPart> keyed(List<List<Picture>> groups) {
    List<List<Picture>> sorted =
        groups.stream().sorted(Comparator.comparing(SeriesSplit::sortText)).toList();
    List<SeriesPart> parts = new ArrayList<>();
    for (List<Picture> group : sorted) {
      String number = number(group);
      List<List<Picture>> alike =
          sorted.stream().filter(other -> number(other).equals(number)).toList();
      String key =
          alike.size() == 1 && !number.isEmpty()
              ? number
              : "%s.%s".formatted(number.isEmpty() ? "s" : number, 1 + indexOf(alike, group));
      parts.add(new SeriesPart(key, List.copyOf(group)));
    }
    return List.copyOf(parts);
  }

  private static int indexOf(List<List<Picture>> groups, List<Picture> group) {
    return IntStream.range(0, groups.size())
        .filter(i -> groups.get(i) == group)
        .findFirst()
        .orElseThrow();
  }

  /** Empty if it is no number, for keys become parts of names of files. */
  private static String number(List<Picture> group) {
    String number = group.get(0).header().series().number();
    return NUMBER.matcher(number).matches() ? number : "";
  }

  /** Numbers in front, padded, so that 10 comes after 9. */
  private static String sortText(List<Picture> group) {
    Picture first = group.get(0);
    Plane.Marks marks = first.plane().marks();
    SeriesName name = first.header().series();
    return String.format(
        Locale.ROOT,
        "%8s|%s|%12.3f|%s|%s|%s|%6d|%6d|%s|%s",
        number(group),
        name.description(),
        marks.echo(),
        marks.type(),
        marks.stack(),
        first.plane().orientation(),
        first.header().columns(),
        first.header().rows(),
        first.plane().spacing(),
        name);
  }
}
