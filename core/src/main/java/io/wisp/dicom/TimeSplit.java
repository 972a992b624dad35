package io.wisp.dicom;

import io.wisp.volume.VolumeInfo;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Tells apart the volumes of a series that shows each place several times, such as a dynamic or a
 * diffusion series: by time, acquisition, b-value, delay or another count, or by the numbers of the
 * pictures where they go through the volumes, or through the places, one after the other.
 */
final class TimeSplit {
  private static final double SAME_PLACE = 0.01;

  private static final int SHOWN = 8;

  private static final List<Mark> MARKS =
      List.of(
          new Mark("temporal position", picture -> picture.plane().marks().time()),
          new Mark(
              "acquisition number", picture -> (double) picture.header().acquisition().orElse(-1)),
          new Mark("b-value", picture -> picture.plane().marks().bValue()),
          new Mark("trigger delay", picture -> picture.plane().marks().delay()),
          new Mark("picture number", picture -> (double) picture.header().instance().orElse(-1)));

  /** What may tell pictures of one place apart; NaN where a file does not tell it. */
  private record Mark(String name, ToDoubleFunction<Picture> value) {}

  /** The pictures of each place. */
  private final List<List<Picture>> places = new ArrayList<>();

  /**
   * @param pictures that all tell their place
   */
  TimeSplit(List<Picture> pictures) {
    List<Picture> sorted =
        pictures.stream()
            .sorted(
                Comparator.comparingDouble(Picture::place)
                    .thenComparing(picture -> picture.file().path())
                    .thenComparing(Picture::index))
            .toList();
    for (Picture picture : sorted) {
      places.stream()
          .skip(Math.max(0, places.size() - 64))
          .filter(place -> isSame(place.get(0), picture))
          .findFirst()
          .orElseGet(
              () -> {
                places.add(new ArrayList<>());
                return places.get(places.size() - 1);
              })
          .add(picture);
    }
  }

  private static boolean isSame(Picture one, Picture other) {
    List<Double> a = one.plane().position();
    List<Double> b = other.plane().position();
    return IntStream.range(0, 3).allMatch(i -> Math.abs(a.get(i) - b.get(i)) <= SAME_PLACE);
  }

  /** Two pictures of one place; none if no place is shown twice. */
  Optional<List<Picture>> twins() {
    return places.stream().filter(place -> place.size() > 1).findFirst();
  }

  /** Whether the places are shown equally often. */
  boolean isEven() {
    return places.stream().allMatch(place -> place.size() == places.get(0).size());
  }

  /** The volumes; none if nothing tells them apart. */
  Optional<DicomFrames> volumes() {
    if (!isEven()) {
      return Optional.empty();
    }
    for (Mark mark : MARKS) {
      Map<Double, List<Picture>> volumes = by(mark.value()::applyAsDouble);
      if (!volumes.isEmpty()) {
        return Optional.of(
            new DicomFrames(List.copyOf(volumes.values()), meaning(mark, volumes.keySet())));
      }
    }
    Map<String, List<Picture>> byIndex = by(TimeSplit::index);
    if (!byIndex.isEmpty()) {
      return Optional.of(
          new DicomFrames(List.copyOf(byIndex.values()), "in the order of the frames' index"));
    }
    List<List<Picture>> byNumber = byNumber();
    return byNumber.isEmpty()
        ? Optional.empty()
        : Optional.of(new DicomFrames(byNumber, "in the order of the pictures' numbers"));
  }

  private static String meaning(Mark mark, Collection<Double> values) {
    String shown =
        values.stream().limit(SHOWN).map(VolumeInfo::text).collect(Collectors.joining(", "));
    return "by %s: %s%s".formatted(mark.name(), shown, values.size() > SHOWN ? ", …" : "");
  }

  private static String index(Picture picture) {
    return picture.plane().marks().index().stream()
        .map(value -> String.format(Locale.ROOT, "%12d", value))
        .collect(Collectors.joining());
  }

  /** The volumes by a value that tells them apart; none if it does not. */
  private <T> Map<T, List<Picture>> by(Function<Picture, T> value) {
    Map<T, List<Picture>> volumes = new TreeMap<>();
    for (List<Picture> place : places) {
      for (Picture picture : place) {
        volumes.computeIfAbsent(value.apply(picture), any -> new ArrayList<>()).add(picture);
      }
    }
    boolean apart =
        volumes.size() == places.get(0).size()
            && volumes.values().stream().allMatch(this::hasEveryPlaceOnce);
    return apart ? volumes : Map.of();
  }

  private boolean hasEveryPlaceOnce(List<Picture> volume) {
    return volume.size() == places.size()
        && IntStream.range(0, volume.size()).allMatch(i -> places.get(i).contains(volume.get(i)));
  }

  /** By the pictures' numbers, if they go through the volumes or through the places in turn. */
  private List<List<Picture>> byNumber() {
    Map<Integer, Picture> numbered = new TreeMap<>();
    for (List<Picture> place : places) {
      for (Picture picture : place) {
        int number = picture.header().instance().orElse(-1);
        boolean alone = picture.header().planes().size() == 1;
        if (!alone || number < 0 || numbered.put(number, picture) != null) {
          return List.of();
        }
      }
    }
    int times = places.get(0).size();
    List<Picture> inTurn = List.copyOf(numbered.values());
    Map<Picture, Integer> byVolume = new HashMap<>();
    Map<Picture, Integer> byPlace = new HashMap<>();
    Map<Picture, Integer> round = new HashMap<>();
    for (int i = 0; i < inTurn.size(); i++) {
      byVolume.put(inTurn.get(i), i / places.size());
      byPlace.put(inTurn.get(i), i % times);
      round.put(inTurn.get(i), i / times);
    }
    Map<Integer, List<Picture>> volumes = by(byVolume::get);
    if (!volumes.isEmpty()) {
      return List.copyOf(volumes.values());
    }
    boolean placesInTurn =
        places.stream().allMatch(place -> place.stream().map(round::get).distinct().count() == 1);
    return placesInTurn ? List.copyOf(by(byPlace::get).values()) : List.of();
  }
}
