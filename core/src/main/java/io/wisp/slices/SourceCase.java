package io.wisp.slices;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A case found in a source folder. */
sealed interface SourceCase {
  String id();

  /** Whether all its slices have a truth mask. */
  boolean hasMasks();

  /** The files it is read from. */
  List<Path> files();

  /**
   * A volume, with or without a mask of the same shape.
   *
   * @param modality the kind of scan, for errors
   */
  record Scan(String id, String modality, Path volume, Optional<Path> mask) implements SourceCase {
    @Override
    public boolean hasMasks() {
      return mask.isPresent();
    }

    @Override
    public List<Path> files() {
      return mask.map(file -> List.of(volume, file)).orElse(List.of(volume));
    }
  }

  /** Pictures of one case, sorted by slice. */
  record Pictures(String id, List<Picture> pictures, boolean hasMasks) implements SourceCase {
    @Override
    public List<Path> files() {
      List<Path> files = new ArrayList<>();
      for (Picture picture : pictures) {
        files.add(picture.image());
        picture.mask().ifPresent(files::add);
      }
      return files;
    }
  }

  /**
   * A slice kept as a picture.
   *
   * @param slice its place in the volume
   * @param image the picture
   * @param mask its truth, if known; without one nothing is marked
   * @param label the class that its folder stands for: 0 normal, 1 tumor
   * @param split the side that its folder stands for
   */
  record Picture(int slice, Path image, Optional<Path> mask, int label, Split split) {}
}
