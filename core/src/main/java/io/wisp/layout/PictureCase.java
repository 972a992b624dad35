package io.wisp.layout;

import io.wisp.BadFile;
import io.wisp.UserError;
import io.wisp.dataset.Axis;
import io.wisp.dataset.CaseImages;
import io.wisp.dataset.ObjectChoice;
import io.wisp.dataset.RawSlice;
import io.wisp.dataset.ScanReader;
import io.wisp.dataset.SourceCase;
import io.wisp.dataset.Split;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Pictures of one case, sorted by slice.
 *
 * @param pictures one per slice
 * @param hasMasks whether the truth of all is known
 * @param bands the colours that become channels, counted from 0; none for their average
 * @param object which values of a mask are the object
 */
public record PictureCase(
    String id, List<Picture> pictures, boolean hasMasks, List<Integer> bands, ObjectChoice object)
    implements SourceCase {
  /** JPEG smears the edges of a mask; what lies above this is meant. */
  private static final float HALF = 127;

  /**
   * A slice kept as a picture.
   *
   * @param slice its place in the volume
   * @param image the picture
   * @param mask its truth, which must be there to read the case; without one nothing is marked
   * @param label the class that its folder stands for, if folders tell it
   * @param split the side that its folder stands for, if folders tell it
   */
  public record Picture(
      int slice, Path image, Optional<Path> mask, OptionalInt label, Optional<Split> split) {}

  @Override
  public Set<Split> splits() {
    return pictures.stream()
        .flatMap(picture -> picture.split().stream())
        .collect(Collectors.toSet());
  }

  @Override
  public String missingMask() {
    return "a mask for each picture";
  }

  @Override
  public List<Path> files() {
    List<Path> files = new ArrayList<>();
    for (Picture picture : pictures) {
      files.add(picture.image());
      picture.mask().filter(Files::exists).ifPresent(files::add);
    }
    return files;
  }

  @Override
  public CaseImages read(Axis axis, ScanReader reader) {
    List<RawSlice> slices = new ArrayList<>();
    PictureFile first = null;
    for (Picture picture : pictures) {
      PictureFile image = PictureFile.read(picture.image());
      first = first == null ? image : first;
      checkDepth(first, image);
      slices.add(slice(picture, image));
    }
    return new Read(slices);
  }

  /** Values of different depth have no common scale. */
  private void checkDepth(PictureFile first, PictureFile other) {
    if (first.depth() != other.depth()) {
      throw new UserError(
          "case %s: the values of %s have %s, those of %s have %s: save its pictures alike"
              .formatted(
                  id, first.file(), first.depth().text(), other.file(), other.depth().text()));
    }
  }

  private RawSlice slice(Picture picture, PictureFile image) {
    float[][] channels =
        bands.isEmpty()
            ? new float[][] {image.grey()}
            : bands.stream().map(band -> image.band(band)).toArray(float[][]::new);
    return new RawSlice(
        picture.slice(),
        image.rows(),
        image.columns(),
        channels,
        picture.mask().map(file -> marked(picture.image(), image, file)),
        picture.label());
  }

  private boolean[] marked(Path imageFile, PictureFile image, Path file) {
    if (!Files.exists(file)) {
      throw new BadFile(
          file,
          "%s has no mask in %s: add %s there, or take the folder away"
              .formatted(imageFile, file.getParent(), file.getFileName()));
    }
    PictureFile mask = PictureFile.read(file);
    if (mask.rows() != image.rows() || mask.columns() != image.columns()) {
      throw new UserError(
          "%s has %sx%s pixels but its mask %s %sx%s: they must lie on the same grid"
              .formatted(
                  imageFile, image.columns(), image.rows(), file, mask.columns(), mask.rows()));
    }
    float[] labels = mask.labels();
    boolean[] marked = object.in(labels);
    for (int i = 0; i < marked.length; i++) {
      marked[i] &= !PictureFile.isLossy(file) || labels[i] > HALF;
    }
    return marked;
  }

  /** The pictures in memory. */
  private record Read(List<RawSlice> slices) implements CaseImages {
    @Override
    public int count() {
      return slices.size();
    }

    @Override
    public RawSlice slice(int index) {
      return slices.get(index);
    }

    @Override
    public SortedSet<Integer> places() {
      return new TreeSet<>(slices.stream().map(RawSlice::place).toList());
    }

    @Override
    public float[][] intensities(int channel) {
      return slices.stream().map(slice -> slice.channels()[channel]).toArray(float[][]::new);
    }

    @Override
    public int axis() {
      return 2;
    }

    @Override
    public double rowSpacing() {
      return Double.NaN;
    }

    @Override
    public double columnSpacing() {
      return Double.NaN;
    }
  }
}
