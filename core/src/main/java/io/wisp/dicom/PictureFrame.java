package io.wisp.dicom;

import java.awt.image.Raster;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Iterator;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/** Unpacks a frame that is a picture of a common format, by Java's image readers. */
final class PictureFrame {
  private PictureFrame() {}

  /**
   * @param reader the name of the format, as image readers know it
   */
  static double[] decode(byte[] packed, PixelFormat format, String reader) throws BadDicom {
    try (ImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(packed))) {
      return values(read(in, format, reader), format);
    } catch (IOException | RuntimeException e) {
      throw new BadDicom(
          "is cut off or damaged: its %s picture does not unpack (%s)"
              .formatted(reader, e.getMessage()),
          e);
    }
  }

  private static Raster read(ImageInputStream in, PixelFormat format, String name)
      throws IOException, BadDicom {
    Iterator<ImageReader> readers = ImageIO.getImageReadersByFormatName(name);
    if (!readers.hasNext()) {
      throw new BadDicom("is packed as %s, and no reader for that is there".formatted(name));
    }
    ImageReader reader = readers.next();
    try {
      reader.setInput(in);
      if (reader.getWidth(0) != format.columns() || reader.getHeight(0) != format.rows()) {
        throw new BadDicom(
            "is damaged: its header tells of %sx%s pixels, its picture of %sx%s"
                .formatted(
                    format.columns(), format.rows(), reader.getWidth(0), reader.getHeight(0)));
      }
      return reader.read(0).getRaster();
    } finally {
      reader.dispose();
    }
  }

  private static double[] values(Raster raster, PixelFormat format) throws BadDicom {
    if (raster.getNumBands() != 1) {
      throw new BadDicom("is a picture in colour, not a scan: leave it out");
    }
    int[] samples =
        raster.getSamples(0, 0, format.columns(), format.rows(), 0, new int[format.pixels()]);
    double[] values = new double[samples.length];
    for (int i = 0; i < samples.length; i++) {
      values[i] = format.value(samples[i]);
    }
    return values;
  }
}
