package io.wisp.slices;

import io.wisp.UserError;
import io.wisp.volume.Volume;
import io.wisp.volume.Volumes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.IntStream;

/** Reads a case and cuts it into labelled slices. Safe from several threads. */
final class CaseCutter {
  private final Slicer slicer;
  private final Optional<LabelFile> labels;

  CaseCutter(Slicer slicer, Optional<LabelFile> labels) {
    this.slicer = slicer;
    this.labels = labels;
  }

  /**
   * @throws UserError if a file is damaged, shapes differ, or a label is missing
   */
  CutCase cut(SourceCase source) {
    if (source instanceof SourceCase.Scan scan) {
      return cutScan(scan);
    }
    return cutPictures((SourceCase.Pictures) source);
  }

  private CutCase cutScan(SourceCase.Scan scan) {
    Volume volume = Volumes.read(scan.volume());
    Optional<Volume> truth = scan.mask().map(Volumes::read);
    truth.ifPresent(mask -> checkShape(scan, volume, mask));
    Plane plane = slicer.plane(volume.geometry());
    labels.ifPresent(
        file ->
            file.checkSlices(
                scan.id(), new TreeSet<>(IntStream.range(0, plane.count()).boxed().toList())));
    Frame frame = slicer.frame(plane);
    Pile pile = new Pile(scan, slicer.range(volume));
    for (int k = 0; k < plane.count(); k++) {
      int place = k;
      Optional<boolean[]> mask = truth.map(v -> marked(plane.extract(v, place), 0));
      int ifUnlabelled = mask.isPresent() && any(mask.get()) ? 1 : 0;
      pile.add(k, plane.extract(volume, k), frame, mask, ifUnlabelled);
    }
    return pile.done(
        frame,
        plane.axis(),
        frame.spacing(plane.rowSpacing()),
        frame.spacing(plane.columnSpacing()));
  }

  private CutCase cutPictures(SourceCase.Pictures source) {
    List<PictureFile> images =
        source.pictures().stream().map(picture -> PictureFile.read(picture.image())).toList();
    labels.ifPresent(
        file ->
            file.checkSlices(
                source.id(),
                new TreeSet<>(source.pictures().stream().map(SourceCase.Picture::slice).toList())));
    float[][] all = images.stream().map(PictureFile::pixels).toArray(float[][]::new);
    Pile pile = new Pile(source, slicer.recipe().normalization().rangeOf(all));
    for (int i = 0; i < images.size(); i++) {
      SourceCase.Picture picture = source.pictures().get(i);
      Optional<boolean[]> mask = pictureMask(picture, images.get(i));
      pile.add(
          picture.slice(), images.get(i).pixels(), frame(images.get(i)), mask, picture.label());
    }
    return pile.done(frame(images.get(0)), 2, Double.NaN, Double.NaN);
  }

  private static Optional<boolean[]> pictureMask(SourceCase.Picture picture, PictureFile image) {
    return picture
        .mask()
        .map(
            file -> {
              PictureFile mask = PictureFile.read(file);
              if (mask.rows() != image.rows() || mask.columns() != image.columns()) {
                throw new UserError(
                    "%s has %dx%d pixels but its mask %s %dx%d: they must lie on the same grid"
                        .formatted(
                            picture.image(),
                            image.columns(),
                            image.rows(),
                            file,
                            mask.columns(),
                            mask.rows()));
              }
              return marked(mask.pixels(), PictureFile.isLossy(file) ? 127 : 0);
            });
  }

  private Frame frame(PictureFile picture) {
    return new Frame(picture.rows(), picture.columns(), slicer.recipe().size());
  }

  private static void checkShape(SourceCase.Scan scan, Volume volume, Volume mask) {
    if (!volume.geometry().sameShape(mask.geometry())) {
      throw new UserError(
          "%s volume %s has shape %s but its mask %s: they must lie on the same grid"
              .formatted(
                  scan.modality(),
                  scan.id(),
                  volume.geometry().shapeText(),
                  mask.geometry().shapeText()));
    }
  }

  private static boolean[] marked(float[] values, float threshold) {
    boolean[] marked = new boolean[values.length];
    for (int i = 0; i < values.length; i++) {
      marked[i] = values[i] > threshold;
    }
    return marked;
  }

  private static boolean any(boolean[] mask) {
    for (boolean marked : mask) {
      if (marked) {
        return true;
      }
    }
    return false;
  }

  /** Gathers the slices of one case. */
  private final class Pile {
    private final SourceCase source;
    private final IntensityRange range;
    private final List<CutCase.Labelled> kept = new ArrayList<>();
    private int dropped;
    private int droppedPositives;

    Pile(SourceCase source, IntensityRange range) {
      this.source = source;
      this.range = range;
    }

    /**
     * @param label the label by the mask or the folder; the label file goes before it
     */
    void add(int place, float[] pixels, Frame frame, Optional<boolean[]> mask, int label) {
      Slice slice = slicer.slice(place, pixels, frame, range);
      if (!slice.hasContent()) {
        dropped++;
        droppedPositives += label > 0 ? 1 : 0;
        return;
      }
      byte[] fitted = mask.map(frame::fitMask).orElseGet(() -> new byte[slice.image().length]);
      boolean vanished = mask.isPresent() && any(mask.get()) && !any(fitted);
      int told = labels.map(file -> file.label(source.id(), place)).orElse(label);
      kept.add(new CutCase.Labelled(place, told, slice.image(), fitted, vanished));
    }

    CutCase done(Frame frame, int axis, double rowSpacing, double columnSpacing) {
      return new CutCase(
          source,
          frame.rows(),
          frame.columns(),
          axis,
          range,
          rowSpacing,
          columnSpacing,
          List.copyOf(kept),
          dropped,
          droppedPositives);
    }
  }

  private static boolean any(byte[] mask) {
    for (byte marked : mask) {
      if (marked != 0) {
        return true;
      }
    }
    return false;
  }
}
