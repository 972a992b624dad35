package io.wisp.slices;

import io.wisp.report.ColorMap;
import io.wisp.report.Grid;
import io.wisp.report.Montage;
import io.wisp.report.Palette;
import io.wisp.report.Panel;
import io.wisp.report.Picture;
import io.wisp.report.Range;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A picture of some prepared slices: a row per label, the highest above, with the truth outlined
 * where it is known; a column per case where cases have several labels.
 *
 * @param store the slices
 * @param size rows and columns of a slice
 */
record ContactSheet(StoreWriter store, int size) {
  static final String FILE = "contact-sheet.png";

  private static final int COLUMNS = 8;
  private static final int PANEL_SIZE = 160;

  BufferedImage draw() {
    List<Montage.Row> rows =
        SheetChoice.of(store.slices(), COLUMNS).stream().map(this::row).toList();
    return new Montage("", List.of(), rows).draw();
  }

  private Montage.Row row(List<Optional<SliceRecord>> slices) {
    int label = slices.stream().flatMap(Optional::stream).findFirst().orElseThrow().label();
    return new Montage.Row(
        "label " + label,
        slices.stream().map(slice -> slice.map(this::panel).orElseGet(this::blank)).toList());
  }

  private Panel panel(SliceRecord slice) {
    Picture picture = picture(image(slice));
    if (store.hasMasks()) {
      picture = picture.outlined(mask(slice), Palette.TRUTH, Picture.Side.OUTSIDE);
    }
    String place = "slice %s, %s".formatted(slice.slice(), slice.split().text());
    return new Panel(picture, slice.caseId() + "\n" + place);
  }

  /** Holds the place of a case that has no further slice of a label. */
  private Panel blank() {
    float[] white = new float[size * size];
    Arrays.fill(white, 1);
    return new Panel(picture(white));
  }

  private Picture picture(float[] pixels) {
    int scale = (PANEL_SIZE + size - 1) / size;
    return Picture.of(new Grid(size, size, pixels), ColorMap.GREY, Range.IMAGE)
        .scaled(scale, Picture.Scaling.BICUBIC);
  }

  private float[] image(SliceRecord slice) {
    float[] pixels = new float[size * size];
    try {
      store.readImage(slice.index(), pixels);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return pixels;
  }

  private Grid mask(SliceRecord slice) {
    byte[] mask = new byte[size * size];
    try {
      store.readMask(slice.index(), mask);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    boolean[] inside = new boolean[mask.length];
    for (int i = 0; i < mask.length; i++) {
      inside[i] = mask[i] != 0;
    }
    return Grid.ofMask(size, size, inside);
  }
}
