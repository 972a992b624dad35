package io.wisp.testing;

import io.wisp.nifti.DataType;
import io.wisp.nifti.NiftiFile;
import io.wisp.volume.Geometry;
import io.wisp.volume.Volume;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import javax.imageio.ImageIO;

/** Writes small data sets: 12x10x6 voxels of 2x3x4 mm, tissue but for the first slice. */
public final class TinyScans {
  public static final int NX = 12;
  public static final int NY = 10;
  public static final int NZ = 6;

  private TinyScans() {}

  /** A scan and a mask that marks voxels in slices 3 and 4. */
  public static void brats(Path root, String... ids) {
    for (String id : ids) {
      scan(root.resolve(id).resolve(id + "_flair.nii.gz"), geometry(), id.hashCode());
      mask(root.resolve(id).resolve(id + "_seg.nii.gz"), geometry());
    }
  }

  public static Geometry geometry() {
    return Geometry.of(NX, NY, NZ, 2, 3, 4);
  }

  public static Volume tissue(Geometry geometry, int seed) {
    Random random = new Random(seed);
    int[] shape = geometry.shape();
    float[] voxels = new float[shape[0] * shape[1] * shape[2]];
    for (int i = shape[0] * shape[1]; i < voxels.length; i++) {
      voxels[i] = 100 + random.nextInt(400);
    }
    return new Volume(geometry, voxels);
  }

  public static void scan(Path file, Geometry geometry, int seed) {
    write(file, tissue(geometry, seed), DataType.INT16);
  }

  public static void mask(Path file, Geometry geometry) {
    int[] shape = geometry.shape();
    float[] voxels = new float[shape[0] * shape[1] * shape[2]];
    for (int z = 3; z <= 4; z++) {
      for (int y = 3; y < 7; y++) {
        for (int x = 4; x < 8; x++) {
          voxels[x + shape[0] * (y + shape[1] * z)] = z;
        }
      }
    }
    write(file, new Volume(geometry, voxels), DataType.UINT8);
  }

  public static void write(Path file, Volume volume, DataType type) {
    folder(file.getParent());
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    NiftiFile.write(file, volume, type);
  }

  /** A grey picture with a gradient. */
  public static void picture(Path file, int columns, int rows) {
    BufferedImage image = new BufferedImage(columns, rows, BufferedImage.TYPE_BYTE_GRAY);
    for (int i = 0; i < columns * rows; i++) {
      image.getRaster().setSample(i % columns, i / columns, 0, 255 * i / (columns * rows));
    }
    save(file, image);
  }

  /** A picture of a mask that marks its left upper quarter. */
  public static void pictureMask(Path file, int columns, int rows) {
    BufferedImage image = new BufferedImage(columns, rows, BufferedImage.TYPE_BYTE_GRAY);
    for (int row = 0; row < rows / 2; row++) {
      for (int column = 0; column < columns / 2; column++) {
        image.getRaster().setSample(column, row, 0, 255);
      }
    }
    save(file, image);
  }

  /** A black picture with one pixel of a grey value. */
  public static void dot(Path file, int columns, int rows, int column, int row, int grey) {
    BufferedImage image = new BufferedImage(columns, rows, BufferedImage.TYPE_BYTE_GRAY);
    image.getRaster().setSample(column, row, 0, grey);
    save(file, image);
  }

  public static Path text(Path file, String... lines) {
    try {
      return Files.writeString(file, String.join("\n", lines) + "\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void save(Path file, BufferedImage image) {
    folder(file.getParent());
    String name = file.toString();
    String format = name.endsWith("png") ? "png" : name.endsWith("tif") ? "tiff" : "jpg";
    try {
      ImageIO.write(image, format, file.toFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void folder(Path folder) {
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
