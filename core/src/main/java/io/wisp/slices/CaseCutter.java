package io.wisp.slices;

import io.wisp.dataset.CaseImages;
import io.wisp.dataset.LabelFile;
import io.wisp.dataset.RawSlice;
import io.wisp.dataset.ScanReader;
import io.wisp.dataset.SourceCase;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Reads a case and cuts it into labelled slices. Safe from several threads. */
final class CaseCutter {
  private final Slicer slicer;
  private final ScanReader reader;
  private final Optional<LabelFile> labels;
  private final boolean onlyLabelled;

  /**
   * @param onlyLabelled whether slices that the labels do not name are left out
   */
  CaseCutter(Slicer slicer, ScanReader reader, Optional<LabelFile> labels, boolean onlyLabelled) {
    this.slicer = slicer;
    this.reader = reader;
    this.labels = labels;
    this.onlyLabelled = onlyLabelled;
  }

  /**
   * @throws io.wisp.UserError if a file is damaged, or grids differ
   */
  CaseImages read(SourceCase source) {
    return source.read(slicer.recipe().axis(), reader);
  }

  /**
   * @param images of the case
   * @throws io.wisp.UserError if a label is missing
   */
  CutCase cut(SourceCase source, CaseImages images) {
    labels.ifPresent(file -> file.checkCounted(source.id(), images.resampled()));
    labels.ifPresent(file -> file.checkSlices(source.id(), images.places()));
    List<IntensityRange> ranges =
        IntStream.range(0, slicer.recipe().channels())
            .mapToObj(
                channel -> slicer.recipe().normalization().rangeOf(images.intensities(channel)))
            .toList();
    Pile pile = new Pile(source, ranges);
    for (int i = 0; i < images.count(); i++) {
      RawSlice raw = images.slice(i);
      if (!isLeftOut(source.id(), raw.place())) {
        pile.add(raw);
      }
    }
    return pile.done(images);
  }

  private boolean isLeftOut(String caseId, int slice) {
    return onlyLabelled && labels.isPresent() && labels.get().find(caseId, slice).isEmpty();
  }

  private Frame frame(RawSlice slice) {
    return new Frame(slice.rows(), slice.columns(), slicer.recipe().size());
  }

  /** Gathers the slices of one case. */
  private final class Pile {
    private final SourceCase source;
    private final List<IntensityRange> ranges;
    private final List<CutCase.Labelled> kept = new ArrayList<>();
    private int dropped;
    private int droppedPositives;

    Pile(SourceCase source, List<IntensityRange> ranges) {
      this.source = source;
      this.ranges = ranges;
    }

    /** Labels and keeps a slice if it has content; the label file goes before mask and folder. */
    void add(RawSlice raw) {
      Frame frame = frame(raw);
      Slice slice = slicer.slice(raw.place(), raw.channels(), frame, ranges);
      if (!slice.hasContent()) {
        dropped++;
        droppedPositives += raw.label() > 0 ? 1 : 0;
        return;
      }
      int size = slicer.recipe().size();
      byte[] mask = raw.object().map(frame::fitMask).orElseGet(() -> new byte[size * size]);
      int told = labels.map(file -> file.label(source.id(), raw.place())).orElseGet(raw::label);
      kept.add(
          new CutCase.Labelled(
              raw.place(),
              told,
              slice.image(),
              mask,
              raw.coverage(),
              raw.marked() > 0 && !any(mask)));
    }

    CutCase done(CaseImages images) {
      RawSlice first = images.slice(0);
      Frame frame = frame(first);
      return new CutCase(
          source,
          frame.rows(),
          frame.columns(),
          images.axis(),
          images.resampled(),
          ranges,
          images.sliceSpacing(),
          frame.spacing(images.rowSpacing()),
          frame.spacing(images.columnSpacing()),
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
