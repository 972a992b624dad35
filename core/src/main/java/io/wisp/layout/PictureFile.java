package io.wisp.layout;

import io.wisp.BadFile;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A picture read by its own rules: ink is turned into light, levels of fewer than 8 bits are spread
 * over 0 to 255, and colours are not averaged with transparency. Deeper values are as stored.
 *
 * @param file where it lies, for errors
 * @param rows rows of the picture
 * @param columns columns of the picture
 * @param depth how values are stored, which must be the same for all pictures of a case
 * @param bands the light of each colour, row by row; one of a grey picture
 * @param opacity 0 where the picture is transparent, 1 where it is opaque; empty if all is opaque
 * @param indices the entries of the palette, if it has one
 */
record PictureFile(
    Path file,
    int rows,
    int columns,
    Depth depth,
    float[][] bands,
    Optional<float[]> opacity,
    Optional<float[]> indices) {

  /** How values are stored, of whatever colours. */
  enum Depth {
    BITS_8("8 bits or fewer"),
    BITS_16("16 bits"),
    SIGNED_16("16 bits with a sign"),
    BITS_32("32 bits"),
    FLOATS("floating-point numbers");

    private final String text;

    Depth(String text) {
      this.text = text;
    }

    String text() {
      return text;
    }
  }

  /**
   * @throws BadFile if the file is no picture, or one whose values have no clear meaning
   */
  static PictureFile read(Path file) {
    return new PictureReader(file).read();
  }

  /** Whether a file is a JPEG, which smears the edges of a mask. */
  static boolean isLossy(Path file) {
    return PictureKind.of(file).filter(kind -> kind == PictureKind.JPEG).isPresent();
  }

  /** The average of the colours, on black where the picture is transparent. */
  float[] grey() {
    float[] grey = average();
    opacity.ifPresent(
        opaque -> {
          for (int i = 0; i < grey.length; i++) {
            grey[i] *= opaque[i];
          }
        });
    return grey;
  }

  /** One of the colours, on black where the picture is transparent. */
  float[] band(int band) {
    if (band >= bands.length) {
      throw new BadFile(
          file,
          "%s has %s channels, but channel %s (counted from 0) is asked for: it must be a colour picture"
              .formatted(file, bands.length, band));
    }
    float[] values = bands[band].clone();
    opacity.ifPresent(
        opaque -> {
          for (int i = 0; i < values.length; i++) {
            values[i] *= opaque[i];
          }
        });
    return values;
  }

  /**
   * The labels of a mask: the entries of a palette, whatever their colours, else {@link
   * #greyLabels}.
   *
   * @throws BadFile if the picture does not tell labels
   */
  float[] labels() {
    return indices.orElseGet(() -> PictureLabels.of(this));
  }

  /**
   * The grey values as labels, 0 where the picture is transparent; of a picture that is black and
   * one colour, 1 for the colour.
   *
   * @throws BadFile if the picture has other colours, is half transparent, or holds values that are
   *     no labels
   */
  float[] greyLabels() {
    return PictureLabels.of(this);
  }

  private float[] average() {
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
}
