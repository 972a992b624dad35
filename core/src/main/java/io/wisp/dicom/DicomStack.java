package io.wisp.dicom;

import io.wisp.Remedy;
import io.wisp.UserError;
import io.wisp.volume.ScanFormat;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Puts the pictures of a series in order, by their position along the slices' normal. Where files
 * do not tell it, they are taken by number or name only if that is asked for.
 */
final class DicomStack {
  private static final Logger LOG = LoggerFactory.getLogger(DicomStack.class);

  private final String where;
  private final List<Picture> pictures;
  private final ScanFormat.Choice choice;

  /**
   * @param where names the series in errors
   * @param pictures of one series
   * @param choice how to order what has no place, and whether to resample uneven spacing
   */
  DicomStack(String where, List<Picture> pictures, ScanFormat.Choice choice) {
    this.where = where;
    this.pictures = pictures;
    this.choice = choice;
  }

  /**
   * The volumes of the series.
   *
   * @throws UserError if a slice is missing or has no place, if the slices lie unevenly or not on
   *     one line, or if two lie at the same place and nothing tells them apart
   */
  DicomFrames volumes() {
    pictures.forEach(picture -> picture.file().checked());
    tellGuesses();
    if (!pictures.stream().allMatch(picture -> picture.plane().isPlaced())) {
      return unplaced();
    }
    TimeSplit split = new TimeSplit(pictures);
    DicomFrames frames;
    if (split.twins().isPresent()) {
      frames = split.volumes().orElseThrow(() -> inseparable(split, split.twins().get()));
    } else {
      checkNumbers();
      frames = DicomFrames.one(sorted());
    }
    return frames.volumes().get(0).size() > 1 ? checked(frames) : frames;
  }

  private DicomFrames checked(DicomFrames frames) {
    List<EvenSpacing> even =
        frames.volumes().stream()
            .flatMap(volume -> new SliceLine(where, volume).check(choice.regridding()).stream())
            .toList();
    if (even.isEmpty()) {
      return frames;
    }
    LOG.warn("{}: {}", where, even.get(0).text());
    return new DicomFrames(frames.volumes(), frames.meaning(), Optional.of(even.get(0)));
  }

  private void tellGuesses() {
    pictures.stream()
        .flatMap(picture -> picture.header().guess().stream())
        .findFirst()
        .ifPresent(guess -> LOG.warn("{} {}", where, guess));
    Plane first = pictures.get(0).plane();
    if (first.isPlaced() && first.spacing().isEmpty()) {
      LOG.warn("{} does not tell the size of its pixels: 1 mm is taken", where);
    }
    if (first.isPlaced() && pictures.size() == 1 && Double.isNaN(first.thickness())) {
      LOG.warn("{} does not tell how thick its slice is: 1 mm is taken", where);
    }
  }

  private List<Picture> sorted() {
    return pictures.stream().sorted(Comparator.comparingDouble(Picture::place)).toList();
  }

  private UserError inseparable(TimeSplit split, List<Picture> twins) {
    if (!split.isEven() && twins.get(0).header().equals(twins.get(1).header())) {
      return new UserError(
          "%s holds a picture twice: %s and %s are alike. Take one of them out of the folder."
              .formatted(where, twins.get(0), twins.get(1)));
    }
    return new UserError(
        "%s is no single scan: %s and %s lie at the same place, and %s, or put each volume into a folder of its own."
            .formatted(
                where,
                twins.get(0),
                twins.get(1),
                split.isEven()
                    ? "nothing in the files tells which belong together: convert them with dcm2niix"
                    : "other places are shown more or less often: fetch the series again"));
  }

  /** Numbers that all come several times are those of several series, unless one is named. */
  private void checkNumbers() {
    List<Picture> numbered =
        pictures.stream()
            .filter(picture -> picture.header().planes().size() == 1)
            .filter(picture -> picture.header().instance().isPresent())
            .toList();
    Map<Integer, Long> times =
        numbered.stream()
            .collect(
                Collectors.groupingBy(
                    picture -> picture.header().instance().getAsInt(), Collectors.counting()));
    long names =
        numbered.stream().map(picture -> picture.header().series().uid()).distinct().count();
    boolean named = names == 1 && !numbered.get(0).header().series().uid().isEmpty();
    if (!named && times.size() > 1 && times.values().stream().allMatch(count -> count > 1)) {
      throw new UserError(
          "%s seems to hold several series: each picture number comes more than once, though nothing else tells them apart. Put each series into a folder of its own."
              .formatted(where));
    }
  }

  private DicomFrames unplaced() {
    Picture first = pictures.get(0);
    if (pictures.stream().allMatch(picture -> picture.file().path().equals(first.file().path()))) {
      boolean inTime =
          pictures.size() > 1
              && pictures.stream()
                      .mapToDouble(picture -> picture.plane().marks().time())
                      .distinct()
                      .count()
                  == pictures.size();
      return inTime
          ? new DicomFrames(pictures.stream().map(List::of).toList(), "in the order of time")
          : DicomFrames.one(pictures);
    }
    if (choice.order().isEmpty()) {
      throw new UserError(
          withoutPlace()
              + ": fetch the series again, or have them taken in the order of their numbers or"
              + " names.",
          Remedy.ORDER);
    }
    LOG.warn("{}: its slices are taken in the order asked for and have no place in space", where);
    return DicomFrames.one(choice.order().get() == ScanFormat.Order.NUMBER ? byNumber() : byName());
  }

  private String withoutPlace() {
    List<Picture> without =
        pictures.stream().filter(picture -> !picture.plane().isPlaced()).toList();
    if (without.size() == pictures.size()) {
      return "The files of %s do not tell where their slices lie".formatted(where);
    }
    return "%s of the %s files of %s %s not tell where %s slice lies, %s"
        .formatted(
            without.size(),
            pictures.size(),
            where,
            without.size() == 1 ? "does" : "do",
            without.size() == 1 ? "its" : "their",
            without.size() == 1 ? without.get(0) : without.get(0) + " among them");
  }

  private List<Picture> byName() {
    return pictures.stream()
        .sorted(
            Comparator.comparing((Picture picture) -> NaturalOrder.key(picture.file().path()))
                .thenComparing(Picture::index))
        .toList();
  }

  private List<Picture> byNumber() {
    Map<Integer, Picture> seen = new HashMap<>();
    for (Picture picture : pictures) {
      if (picture.header().instance().isEmpty()) {
        throw new UserError("%s in %s has no number.".formatted(picture, where), Remedy.ORDER);
      }
      Picture twin = seen.put(picture.header().instance().getAsInt(), picture);
      if (twin != null) {
        throw new UserError(
            "%s and %s in %s both have the number %s."
                .formatted(twin, picture, where, picture.header().instance().getAsInt()),
            Remedy.ORDER);
      }
    }
    return pictures.stream()
        .sorted(Comparator.comparingInt(picture -> picture.header().instance().getAsInt()))
        .toList();
  }
}
