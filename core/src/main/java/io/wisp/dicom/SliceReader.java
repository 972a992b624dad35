package io.wisp.dicom;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the pixels of pictures in their order, each file once. */
final class SliceReader {
  /** Takes the values of a picture as they are stored, row by row. */
  @FunctionalInterface
  interface Consumer {
    void accept(int slice, Plane plane, double[] stored);
  }

  private final List<Picture> pictures;
  private final Map<Integer, double[]> early = new HashMap<>();
  private int next;

  private SliceReader(List<Picture> pictures) {
    this.pictures = pictures;
  }

  /** Pictures that a file holds before their turn are kept until it comes. */
  static void read(List<Picture> pictures, Consumer consumer) {
    new SliceReader(pictures).read(consumer);
  }

  private void read(Consumer consumer) {
    Map<Path, DicomFile> byPath = new LinkedHashMap<>();
    Map<Path, Map<Integer, List<Integer>>> slices = new HashMap<>();
    for (int slice = 0; slice < pictures.size(); slice++) {
      Picture picture = pictures.get(slice);
      int frame = picture.header().sheet().isPresent() ? 0 : picture.index();
      byPath.put(picture.file().path(), picture.file());
      slices
          .computeIfAbsent(picture.file().path(), file -> new HashMap<>())
          .computeIfAbsent(frame, any -> new ArrayList<>())
          .add(slice);
    }
    byPath.forEach(
        (path, file) ->
            file.readFrames(
                (frame, stored) -> {
                  for (int slice : slices.get(path).getOrDefault(frame, List.of())) {
                    early.put(slice, cut(pictures.get(slice), stored));
                  }
                  pass(consumer);
                }));
  }

  private static double[] cut(Picture picture, double[] frame) {
    Optional<TileSheet> sheet = picture.header().sheet();
    return sheet.isPresent() ? sheet.get().cut(frame, picture.index()) : frame;
  }

  private void pass(Consumer consumer) {
    for (double[] stored = early.remove(next); stored != null; stored = early.remove(next)) {
      consumer.accept(next, pictures.get(next).plane(), stored);
      next++;
    }
  }
}
