package io.wisp.layout;

import io.wisp.UserError;
import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import javax.imageio.ImageIO;

/**
 * A PNG, JPEG or TIFF read as values, as stored; transparency is ignored. Java's own image readers
 * do for all three.
 *
 * @param rows rows of the picture
 * @param columns columns of the picture
 * @param bands the values of each colour, row by row; one of a grey picture
 */
record PictureFile(int rows, int columns, float[][] bands) {
  static PictureFile read(Path file) {
    BufferedImage image;
    try {
      image = ImageIO.read(file.toFile());
    } catch (IOException | RuntimeException e) {
      throw new UserError("cannot read the picture %s: %s".formatted(file, e.getMessage()), e);
    }
    if (image == null) {
      throw new UserError("%s is not a PNG, JPEG or TIFF picture".formatted(file));
    }
    float[][] bands =
        image.getColorModel() instanceof IndexColorModel
            ? palette(image)
            : samples(image.getRaster(), image.getColorModel().getNumColorComponents());
    return new PictureFile(image.getHeight(), image.getWidth(), bands);
  }

  /** Whether a file's name says JPEG, which smears the edges of a mask. */
  static boolean isLossy(Path file) {
    String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
    return name.endsWith(".jpg") || name.endsWith(".jpeg");
  }

  /** The average of the colours. */
  float[] grey() {
    if (bands.length == 1) {
      return bands[0];
    }
    float[] grey = new float[rows * columns];
    for (float[] band : bands) {
      for (int i = 0; i < grey.length; i++) {
        grey[i] += band[i];
      }
    }
    for (int i = 0; i < grey.length; i++) {
      grey[i] /= bands.length;
    }
    return grey;
  }

  /**
   * One of the colours.
   *
   * @param file its name, for errors
   */
  float[] band(Path file, int band) {
    if (band >= bands.length) {
      throw new UserError(
          "%s has %s channels, but channel %s (counted from 0) is asked for: it must be a colour picture"
              .formatted(file, bands.length, band));
    }
    return bands[band];
  }

  private static float[][] samples(Raster raster, int count) {
    int pixels = raster.getHeight() * raster.getWidth();
    float[][] bands = new float[count][];
    for (int band = 0; band < count; band++) {
      bands[band] =
          raster.getSamples(0, 0, raster.getWidth(), raster.getHeight(), band, new float[pixels]);
    }
    return bands;
  }

  private static float[][] palette(BufferedImage image) {
    int[] colours =
        image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
    float[][] bands = new float[3][colours.length];
    for (int i = 0; i < colours.length; i++) {
      for (int band = 0; band < 3; band++) {
        bands[band][i] = (colours[i] >> (16 - 8 * band)) & 0xFF;
      }
    }
    return bands;
  }
}
