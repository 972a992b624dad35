package io.wisp.dicom;

import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * How the pixels of a file are stored: grey values of a fixed number of bits, whole numbers or
 * floating-point numbers of 32 or 64 bits.
 *
 * @param rows rows of a frame, above 0
 * @param columns columns of a frame, above 0
 * @param frames pictures in the file, above 0
 * @param bitsAllocated bits that a pixel takes: 8, 16 or 32, or 64 of floating-point numbers
 * @param bitsStored bits of them that are its value
 * @param highBit the place of the value's highest bit
 * @param signed whether that bit is a sign
 * @param floating whether values are floating-point numbers, of all allocated bits
 */
public record PixelFormat(
    int rows,
    int columns,
    int frames,
    int bitsAllocated,
    int bitsStored,
    int highBit,
    boolean signed,
    boolean floating) {

  private static final Set<Integer> SIZES = Set.of(8, 16, 32);

  static PixelFormat of(DataSet data, int pixelTag) throws BadDicom {
    int allocated = data.needed(Tag.BITS_ALLOCATED);
    if (pixelTag != Tag.PIXEL_DATA) {
      return floating(data, allocated, pixelTag == Tag.FLOAT_PIXEL_DATA ? 32 : 64);
    }
    int stored = data.unsigned(Tag.BITS_STORED).orElse(allocated);
    OptionalInt high = data.unsigned(Tag.HIGH_BIT);
    PixelFormat format =
        new PixelFormat(
            data.needed(Tag.ROWS),
            data.needed(Tag.COLUMNS),
            (int) data.number(Tag.FRAMES, 1),
            allocated,
            stored,
            high.orElse(stored - 1),
            data.unsigned(Tag.PIXEL_REPRESENTATION).orElse(0) == 1,
            false);
    format.check();
    return format;
  }

  private static PixelFormat floating(DataSet data, int allocated, int bits) throws BadDicom {
    if (allocated != bits) {
      throw new BadDicom(
          "is damaged: it claims %s bits for floating-point numbers of %s"
              .formatted(allocated, bits));
    }
    PixelFormat format =
        new PixelFormat(
            data.needed(Tag.ROWS),
            data.needed(Tag.COLUMNS),
            (int) data.number(Tag.FRAMES, 1),
            bits,
            bits,
            bits - 1,
            true,
            true);
    format.check();
    return format;
  }

  /** Why Wisp cannot use such pixels, which need not be damaged; none if it can. */
  Optional<String> flaw(DataSet data, TransferSyntax syntax) throws BadDicom {
    String colours = data.text(Tag.PHOTOMETRIC);
    if (data.unsigned(Tag.SAMPLES_PER_PIXEL).orElse(1) != 1 || colours.startsWith("PALETTE")) {
      return Optional.of(
          "is a picture in colour (%s), not a scan: leave it out".formatted(colours));
    }
    if (floating && syntax.packing() != TransferSyntax.Packing.NONE) {
      return Optional.of(
          "holds floating-point pixels that are packed as %s, which Wisp does not read: convert it with %s"
              .formatted(syntax.words(), syntax.converter()));
    }
    return floating || SIZES.contains(bitsAllocated)
        ? Optional.empty()
        : Optional.of(
            "keeps %s bits a pixel, which Wisp does not read: convert it with dcm2niix"
                .formatted(bitsAllocated));
  }

  private void check() throws BadDicom {
    if (rows < 1 || columns < 1 || frames < 1) {
      throw new BadDicom(
          "is damaged: it claims %s pictures of %sx%s pixels".formatted(frames, columns, rows));
    }
    if (bitsStored < 1 || highBit >= bitsAllocated || highBit < bitsStored - 1) {
      throw new BadDicom(
          "is damaged: it claims %s bits up to bit %s of %s"
              .formatted(bitsStored, highBit, bitsAllocated));
    }
    long all = (long) rows * columns * frames;
    long needed = Double.BYTES * (long) rows * columns;
    if (all > Integer.MAX_VALUE - 8 || needed > Runtime.getRuntime().maxMemory()) {
      throw new BadDicom(
          "claims %s pictures of %sx%s pixels, more than Java may hold: it is damaged, or needs to be cropped"
              .formatted(frames, columns, rows));
    }
  }

  /** Pixels of a frame. */
  public int pixels() {
    return rows * columns;
  }

  /** Bytes of a frame that is not packed. */
  long frameBytes() {
    return (long) pixels() * (bitsAllocated / 8);
  }

  /** Takes the values out of the pixels of a frame, in the buffer's byte order. */
  double[] decode(ByteBuffer stored) {
    double[] values = new double[pixels()];
    for (int i = 0; i < values.length; i++) {
      values[i] = floating ? real(stored, i) : value(word(stored, i));
    }
    return values;
  }

  private double real(ByteBuffer stored, int index) {
    return bitsAllocated == Float.SIZE ? stored.getFloat(4 * index) : stored.getDouble(8 * index);
  }

  private int word(ByteBuffer stored, int index) {
    return switch (bitsAllocated) {
      case 8 -> stored.get(index);
      case 16 -> stored.getShort(2 * index);
      default -> stored.getInt(4 * index);
    };
  }

  /** Cuts the value out of the bits around it, and spreads its sign. */
  double value(int word) {
    int up = Integer.SIZE - 1 - highBit;
    int down = Integer.SIZE - bitsStored;
    int bits = word << up;
    return signed ? bits >> down : Integer.toUnsignedLong(bits >>> down);
  }
}
