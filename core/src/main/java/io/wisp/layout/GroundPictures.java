package io.wisp.layout;

import io.wisp.UserError;
import io.wisp.base.Folders;
import io.wisp.volume.ScanSource;
import io.wisp.volume.Volume;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The truth of a series as one picture per DICOM file. A picture belongs to the file of the same
 * name; where no names agree, the first picture belongs to the first file by name, and so on. So
 * the truth goes along with its file when the files are put in the order of their positions.
 *
 * @param id the case, for errors
 * @param folder with pictures
 * @param files the pictures
 */
record GroundPictures(String id, Path folder, List<Path> files) {
  private static final Comparator<Path> BY_NAME =
      Comparator.comparing(file -> file.getFileName().toString(), String.CASE_INSENSITIVE_ORDER);

  /** All pictures of a folder. */
  static GroundPictures of(String id, Path folder) {
    List<Path> pictures = Folders.files(folder).stream().filter(PictureKind::isPicture).toList();
    return new GroundPictures(id, folder, pictures);
  }

  /** Those that are called as some files, where the folder holds those of other series too. */
  GroundPictures calledAs(List<Path> slices) {
    Set<String> stems = ofAnyCase(slices.stream().map(Folders::stem).toList());
    return new GroundPictures(
        id, folder, files.stream().filter(file -> stems.contains(Folders.stem(file))).toList());
  }

  /**
   * The grey values of the pictures as a volume on the scan's grid.
   *
   * @param scan read from a series
   */
  Volume volume(Volume scan) {
    List<Path> slices = ofOneSliceEach(scan.source().orElseThrow());
    Map<Path, Path> pictures = pictures(scan.source().orElseThrow().files());
    int pixels = scan.nx() * scan.ny();
    float[] values = new float[scan.voxels().length];
    for (int slice = 0; slice < slices.size(); slice++) {
      PictureFile picture = PictureFile.read(pictures.get(slices.get(slice)));
      if (picture.columns() != scan.nx() || picture.rows() != scan.ny()) {
        throw new UserError(
            "case %s: the slice %s has %sx%s pixels but its mask %s %sx%s: they must lie on the same grid"
                .formatted(
                    id,
                    slices.get(slice).getFileName(),
                    scan.nx(),
                    scan.ny(),
                    picture.file(),
                    picture.columns(),
                    picture.rows()));
      }
      System.arraycopy(organs(picture), 0, values, slice * pixels, pixels);
    }
    return scan.withVoxels(values);
  }

  /** The file of each slice. */
  private List<Path> ofOneSliceEach(ScanSource series) {
    List<Path> slices = series.sliceFiles();
    long different = slices.stream().distinct().count();
    if (series.frames().count() > 1
        || different != series.files().size()
        || (different < slices.size() && series.resampled().isEmpty())) {
      throw new UserError(
          "case %s has files of several slices, or slices at several times: its pictures in %s can only belong to files of one slice each"
              .formatted(id, folder));
    }
    return slices;
  }

  /** Organs are grey values of 8 bits. */
  private float[] organs(PictureFile picture) {
    if (picture.depth() != PictureFile.Depth.BITS_8) {
      throw new UserError(
          "case %s: the mask %s has values of %s, but organs are grey values of 8 bits: save it so"
              .formatted(id, picture.file(), picture.depth().text()));
    }
    return picture.greyLabels();
  }

  /** The picture of each file. */
  private Map<Path, Path> pictures(List<Path> slices) {
    Map<String, Path> byStem = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    for (Path file : files) {
      Path other = byStem.put(Folders.stem(file), file);
      if (other != null) {
        throw new UserError(
            "case %s: %s and %s may both be the mask of one slice: keep one"
                .formatted(id, other, file));
      }
    }
    List<String> stems = slices.stream().map(Folders::stem).toList();
    if (byStem.keySet().equals(ofAnyCase(stems))) {
      return slices.stream()
          .collect(Collectors.toMap(file -> file, file -> byStem.get(Folders.stem(file))));
    }
    boolean related = stems.stream().anyMatch(byStem::containsKey);
    if (related || byStem.size() != slices.size()) {
      throw missing(stems, byStem);
    }
    List<Path> sorted = slices.stream().sorted(BY_NAME).toList();
    List<Path> pictures = new ArrayList<>(byStem.values());
    return slices.stream()
        .collect(Collectors.toMap(file -> file, file -> pictures.get(sorted.indexOf(file))));
  }

  private UserError missing(List<String> stems, Map<String, Path> pictures) {
    String without =
        stems.stream()
            .filter(stem -> !pictures.containsKey(stem))
            .sorted()
            .limit(3)
            .collect(Collectors.joining(", "));
    String over =
        pictures.keySet().stream()
            .filter(stem -> !ofAnyCase(stems).contains(stem))
            .limit(3)
            .collect(Collectors.joining(", "));
    return new UserError(
        "case %s has %s DICOM files but %s pictures in %s%s%s: fetch it again"
            .formatted(
                id,
                stems.size(),
                pictures.size(),
                folder,
                without.isEmpty() ? "" : "; no picture for " + without,
                over.isEmpty() ? "" : "; no DICOM file for " + over));
  }

  private static Set<String> ofAnyCase(List<String> stems) {
    Set<String> all = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    all.addAll(stems);
    return all;
  }
}
