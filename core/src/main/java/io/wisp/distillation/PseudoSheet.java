package io.wisp.distillation;

import io.wisp.base.Subset;
import io.wisp.report.ColorMap;
import io.wisp.report.Format;
import io.wisp.report.Grid;
import io.wisp.report.Montage;
import io.wisp.report.Palette;
import io.wisp.report.Panel;
import io.wisp.report.Picture;
import io.wisp.report.Png;
import io.wisp.report.Range;
import io.wisp.segmentation.StoreMaps;
import io.wisp.slices.SliceRecord;
import io.wisp.slices.SliceStore;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A picture of some training slices with their masks: a row per round.
 *
 * @param files of the student
 * @param rounds the masks of each round so far
 */
record PseudoSheet(PseudoFiles files, List<PseudoMasks> rounds) {
  private static final int COLUMNS = 8;
  private static final int PANEL_SIZE = 160;

  void write(Path file) {
    List<SliceRecord> shown = shown();
    List<Montage.Row> rows = new ArrayList<>();
    for (int i = 0; i < rounds.size(); i++) {
      PseudoMasks masks = rounds.get(i);
      rows.add(
          new Montage.Row(
              "round " + (i + 1), shown.stream().map(slice -> panel(slice, masks)).toList()));
    }
    List<String> heads =
        shown.stream().map(slice -> slice.caseId() + ", slice " + slice.slice()).toList();
    Montage montage = new Montage("Masks that each round learns from", heads, rows);
    Png.write(montage.draw(), file);
  }

  /** Evenly over all positive training slices. */
  private List<SliceRecord> shown() {
    return Subset.fromMiddles(files.slices(), COLUMNS);
  }

  private Panel panel(SliceRecord slice, PseudoMasks masks) {
    SliceStore store = files.store();
    int size = store.imageSize();
    Grid mask = Grid.ofMask(size, size, Levels.mask(masks.levels(slice)));
    Picture picture =
        Picture.of(
                new Grid(size, size, StoreMaps.firstChannel(store, slice)),
                ColorMap.GREY,
                Range.IMAGE)
            .scaled(Math.max(1, PANEL_SIZE / size), Picture.Scaling.NEAREST)
            .outlined(mask, Palette.PREDICTION, Picture.Side.OUTSIDE);
    PseudoMasks.Entry entry = masks.entry(slice);
    return new Panel(
        picture,
        (entry.kept() ? "learned, " : "left out, ") + Format.number(entry.confidence(), 2));
  }
}
