package io.wisp.slices;

import io.wisp.UserError;
import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import javax.imageio.ImageIO;

/**
 * A PNG or JPEG read as grey values, as stored: colours are averaged, transparency is ignored.
 *
 * @param rows rows of the picture
 * @param columns columns of the picture
 * @param pixels its grey values, row by row
 */
@SuppressWarnings("ArrayRecordComponent") // pixels are handed over, never compared
record PictureFile(int rows, int columns, float[] pixels) {
  static PictureFile read(Path file) {
    BufferedImage image;
    try {
      image = ImageIO.read(file.toFile());
    } catch (IOException | RuntimeException e) {
      throw new UserError("cannot read the picture %s: %s".formatted(file, e.getMessage()), e);
    }
    if (image == null) {
      throw new UserError("%s is not a PNG or JPEG picture".formatted(file));
    }
    int rows = image.getHeight();
    int columns = image.getWidth();
    float[] pixels =
        image.getColorModel() instanceof IndexColorModel
            ? palette(image)
            : samples(image.getRaster(), image.getColorModel().getNumColorComponents());
    return new PictureFile(rows, columns, pixels);
  }

  /** Whether a file's name says JPEG, which smears the edges of a mask. */
  static boolean isLossy(Path file) {
    String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
    return name.endsWith(".jpg") || name.endsWith(".jpeg");
  }

  private static float[] samples(Raster raster, int bands) {
    int columns = raster.getWidth();
    float[] pixels = new float[raster.getHeight() * columns];
    float[] line = new float[columns];
    for (int row = 0; row < raster.getHeight(); row++) {
      for (int band = 0; band < bands; band++) {
        raster.getSamples(0, row, columns, 1, band, line);
        for (int column = 0; column < columns; column++) {
          pixels[row * columns + column] += line[column] / bands;
        }
      }
    }
    return pixels;
  }

  private static float[] palette(BufferedImage image) {
    int columns = image.getWidth();
    float[] pixels = new float[image.getHeight() * columns];
    int[] line = new int[columns];
    for (int row = 0; row < image.getHeight(); row++) {
      image.getRGB(0, row, columns, 1, line, 0, columns);
      for (int column = 0; column < columns; column++) {
        int colour = line[column];
        int sum = ((colour >> 16) & 0xFF) + ((colour >> 8) & 0xFF) + (colour & 0xFF);
        pixels[row * columns + column] = sum / 3f;
      }
    }
    return pixels;
  }
}
