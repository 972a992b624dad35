package io.wisp.layout;

import io.wisp.BadFile;
import io.wisp.layout.PictureFile.Depth;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Locale;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/** Reads a picture by Java's own readers, and turns what they give into light and opacity. */
final class PictureReader {
  private static final float WHITE = 255;

  private final Path file;

  PictureReader(Path file) {
    this.file = file;
  }

  PictureFile read() {
    try (ImageInputStream stream = ImageIO.createImageInputStream(file.toFile())) {
      if (stream == null) {
        throw new BadFile(file, "cannot read the picture %s".formatted(file));
      }
      Iterator<ImageReader> readers = ImageIO.getImageReaders(stream);
      if (!readers.hasNext()) {
        throw new BadFile(file, "%s is not a PNG, JPEG, TIFF, BMP or GIF picture".formatted(file));
      }
      ImageReader reader = ofTheJdk(readers);
      try {
        reader.setInput(stream);
        return read(reader);
      } finally {
        reader.dispose();
      }
    } catch (BadFile e) {
      throw e;
    } catch (IOException | RuntimeException e) {
      throw new BadFile(file, "cannot read the picture %s: %s".formatted(file, e.getMessage()), e);
    }
  }

  /** Readers of other libraries may be there as well, such as a TIFF reader beside JPEG 2000. */
  private static ImageReader ofTheJdk(Iterator<ImageReader> readers) {
    ImageReader first = readers.next();
    ImageReader reader = first;
    while (!isOfTheJdk(reader) && readers.hasNext()) {
      reader = readers.next();
    }
    return isOfTheJdk(reader) ? reader : first;
  }

  private static boolean isOfTheJdk(ImageReader reader) {
    return reader.getClass().getModule() == ImageIO.class.getModule();
  }

  private PictureFile read(ImageReader reader) throws IOException {
    boolean jpeg = reader.getFormatName().toLowerCase(Locale.ROOT).equals("jpeg");
    int count = jpeg ? 1 : reader.getNumImages(true);
    if (count != 1) {
      throw refused("holds %s pictures: save each in a file of its own".formatted(count));
    }
    BufferedImage image = reader.read(0);
    PictureFacts facts = jpeg ? JpegMarkers.read(file) : PictureFacts.of(reader);
    if (facts.turned()) {
      throw refused("is to be shown turned or mirrored: save it as it is to be seen");
    }
    return image.getColorModel() instanceof IndexColorModel colours
        ? indexed(image, colours, facts)
        : plain(image, facts);
  }

  /** A palette, or grey values of few bits, of which Java makes a palette. */
  private PictureFile indexed(BufferedImage image, IndexColorModel colours, PictureFacts facts) {
    float[] indices = samples(image.getRaster(), 0);
    boolean ramp = isGreyRamp(colours);
    float[][] bands = new float[3][indices.length];
    float[] opacity = new float[indices.length];
    for (int i = 0; i < indices.length; i++) {
      int entry = (int) indices[i];
      bands[0][i] = colours.getRed(entry);
      bands[1][i] = colours.getGreen(entry);
      bands[2][i] = colours.getBlue(entry);
      opacity[i] = colours.getAlpha(entry) / WHITE;
    }
    return new PictureFile(
        file,
        image.getHeight(),
        image.getWidth(),
        Depth.BITS_8,
        bands,
        opacity(opacity),
        facts.grey() || ramp ? Optional.empty() : Optional.of(indices));
  }

  /** Whether entries are the grey values from black to white, as in formats without grey. */
  private static boolean isGreyRamp(IndexColorModel colours) {
    int last = (1 << colours.getPixelSize()) - 1;
    for (int entry = 0; entry < colours.getMapSize(); entry++) {
      int grey = Math.round(WHITE * entry / last);
      if (colours.getRed(entry) != grey
          || colours.getGreen(entry) != grey
          || colours.getBlue(entry) != grey) {
        return false;
      }
    }
    return true;
  }

  private PictureFile plain(BufferedImage image, PictureFacts facts) {
    ColorModel model = image.getColorModel();
    Raster raster = image.getRaster();
    int count = model.getNumColorComponents();
    float[][] bands = new float[count][];
    for (int band = 0; band < count; band++) {
      bands[band] = spread(samples(raster, band), model.getComponentSize(band));
    }
    Depth depth = depth(raster.getDataBuffer().getDataType(), model.getComponentSize(0));
    Optional<float[]> opacity = Optional.empty();
    if (model.hasAlpha() && !facts.extraIsNoAlpha()) {
      float full = (1L << model.getComponentSize(count)) - 1;
      opacity = opacity(scaled(samples(raster, count), 1 / full));
      if (model.isAlphaPremultiplied()) {
        opacity.ifPresent(opaque -> divide(bands, opaque));
      }
    }
    return new PictureFile(
        file,
        image.getHeight(),
        image.getWidth(),
        depth,
        light(bands, model.getColorSpace().getType(), depth, facts),
        opacity,
        Optional.empty());
  }

  /** Grey or red, green and blue. */
  private float[][] light(float[][] bands, int space, Depth depth, PictureFacts facts) {
    return switch (space) {
      case ColorSpace.TYPE_GRAY, ColorSpace.TYPE_RGB -> bands;
      case ColorSpace.TYPE_CMYK -> {
        if (facts.inkUnclear() || depth != Depth.BITS_8) {
          throw refused("has inks (CMYK) of unclear meaning: save it as grey values or RGB");
        }
        yield ofInk(bands);
      }
      default -> throw refused("has colours that are neither grey, RGB nor CMYK: save it as RGB");
    };
  }

  /** What inks leave of white light. */
  private static float[][] ofInk(float[][] inks) {
    float[][] light = new float[3][inks[0].length];
    for (int band = 0; band < 3; band++) {
      for (int i = 0; i < light[band].length; i++) {
        light[band][i] = Math.round((WHITE - inks[band][i]) * (WHITE - inks[3][i]) / WHITE);
      }
    }
    return light;
  }

  private Depth depth(int type, int bits) {
    return switch (type) {
      case DataBuffer.TYPE_BYTE -> Depth.BITS_8;
      case DataBuffer.TYPE_USHORT -> bits <= 8 ? Depth.BITS_8 : Depth.BITS_16;
      case DataBuffer.TYPE_SHORT -> Depth.SIGNED_16;
      case DataBuffer.TYPE_INT -> bits <= 8 ? Depth.BITS_8 : Depth.BITS_32;
      default -> Depth.FLOATS;
    };
  }

  private Optional<float[]> opacity(float[] opacity) {
    boolean opaque = true;
    boolean clear = true;
    for (float value : opacity) {
      opaque &= value == 1;
      clear &= value == 0;
    }
    if (clear) {
      throw refused("is wholly transparent: save it without transparency");
    }
    return opaque ? Optional.empty() : Optional.of(opacity);
  }

  private static void divide(float[][] bands, float[] opaque) {
    for (float[] band : bands) {
      for (int i = 0; i < band.length; i++) {
        band[i] = opaque[i] > 0 ? band[i] / opaque[i] : 0;
      }
    }
  }

  /** Levels of fewer than 8 bits, white being 255. */
  private static float[] spread(float[] values, int bits) {
    if (bits < 8) {
      for (int i = 0; i < values.length; i++) {
        values[i] = Math.round(values[i] * WHITE / ((1 << bits) - 1));
      }
    }
    return values;
  }

  private static float[] scaled(float[] values, float factor) {
    float[] scaled = new float[values.length];
    for (int i = 0; i < values.length; i++) {
      scaled[i] = values[i] * factor;
    }
    return scaled;
  }

  private static float[] samples(Raster raster, int band) {
    int pixels = raster.getHeight() * raster.getWidth();
    return raster.getSamples(
        raster.getMinX(),
        raster.getMinY(),
        raster.getWidth(),
        raster.getHeight(),
        band,
        new float[pixels]);
  }

  private BadFile refused(String what) {
    return new BadFile(file, "the picture %s %s".formatted(file, what));
  }
}
