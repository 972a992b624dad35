package io.wisp.reproduction;

import io.wisp.activation.MapMethod;
import io.wisp.evaluation.ExampleSlice;
import io.wisp.report.ColorMap;
import io.wisp.report.Format;
import io.wisp.report.Grid;
import io.wisp.report.Illustration;
import io.wisp.report.Montage;
import io.wisp.report.Palette;
import io.wisp.report.Panel;
import io.wisp.report.Picture;
import io.wisp.report.Png;
import io.wisp.report.Range;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Strips as in the paper's figures: a row an image, beginning with the image and the truth, then a
 * column a method or a value.
 *
 * @param columns what is compared, each with the same images
 */
public record MethodStrips(List<Column> columns) {
  private static final int PIXELS = 128;

  /** The maps of one method or value. */
  public record Column(String title, List<ExampleSlice> slices) {}

  /** Of all methods, in the first repeat. */
  static MethodStrips of(ReproductionResult result) {
    List<Column> columns = new ArrayList<>();
    for (MapMethod method : result.methods()) {
      columns.add(new Column(method.title(), result.of(method).get(0).examples()));
    }
    return new MethodStrips(columns);
  }

  /** Activation maps, as Fig. 1. */
  public BufferedImage maps() {
    return draw("Activation maps", MethodStrips::map, slice -> "");
  }

  /** Masks with the truth's outline, as Fig. 2, and their Dice. */
  public BufferedImage masks() {
    return draw("Masks", MethodStrips::mask, slice -> Format.number(slice.dice(), 2));
  }

  /**
   * Writes both as pictures beside a result, see {@link Illustration}.
   *
   * @param prefix of the files' names, before {@code maps.png} and {@code masks.png}
   */
  public void write(Path folder, String prefix) {
    Illustration.write(folder.resolve(prefix + "maps.png"), file -> Png.write(maps(), file));
    Illustration.write(folder.resolve(prefix + "masks.png"), file -> Png.write(masks(), file));
  }

  private BufferedImage draw(
      String title, Function<ExampleSlice, Picture> cell, Function<ExampleSlice, String> caption) {
    List<String> heads = new ArrayList<>(List.of("image", "truth"));
    columns.forEach(column -> heads.add(column.title()));
    List<Montage.Row> rows = new ArrayList<>();
    for (int i = 0; i < columns.get(0).slices().size(); i++) {
      ExampleSlice first = columns.get(0).slices().get(i);
      List<Panel> panels = new ArrayList<>();
      panels.add(new Panel(image(first)));
      panels.add(new Panel(filled(first, first.truthGrid(), Palette.TRUTH)));
      for (Column column : columns) {
        ExampleSlice slice = column.slices().get(i);
        panels.add(new Panel(cell.apply(slice), caption.apply(slice)));
      }
      rows.add(new Montage.Row(first.name(), panels));
    }
    return new Montage(title, heads, rows).draw();
  }

  private static Picture image(ExampleSlice slice) {
    return large(slice, slice.imageGrid(), ColorMap.GREY, Range.UNIT);
  }

  private static Picture map(ExampleSlice slice) {
    return large(slice, slice.mapGrid(), ColorMap.INFERNO, Range.UNIT)
        .outlined(slice.truthGrid(), Palette.TRUTH, Picture.Side.OUTSIDE);
  }

  private static Picture mask(ExampleSlice slice) {
    return filled(slice, slice.maskGrid(), Palette.PREDICTION)
        .outlined(slice.truthGrid(), Palette.TRUTH, Picture.Side.OUTSIDE);
  }

  /** A mask on black. */
  private static Picture filled(ExampleSlice slice, Grid mask, int color) {
    return large(slice, mask, ColorMap.GREY, new Range(2, 3)).filled(mask, color, 1);
  }

  private static Picture large(ExampleSlice slice, Grid grid, ColorMap colors, Range range) {
    int factor = Math.max(1, Math.round((float) PIXELS / slice.size()));
    return Picture.of(grid, colors, range).scaled(factor, Picture.Scaling.NEAREST);
  }
}
