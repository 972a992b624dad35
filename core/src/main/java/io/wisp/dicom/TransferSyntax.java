package io.wisp.dicom;

import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Optional;

/** How the elements and the pixels of a file are encoded (DICOM PS3.5, annex A). */
public enum TransferSyntax {
  IMPLICIT_LITTLE_ENDIAN("1.2.840.10008.1.2", "implicit, little-endian", Packing.NONE),
  EXPLICIT_LITTLE_ENDIAN("1.2.840.10008.1.2.1", "explicit, little-endian", Packing.NONE),
  DEFLATED("1.2.840.10008.1.2.1.99", "deflated", Packing.NONE),
  EXPLICIT_BIG_ENDIAN("1.2.840.10008.1.2.2", "explicit, big-endian", Packing.NONE),
  RLE("1.2.840.10008.1.2.5", "RLE", Packing.RLE),
  JPEG_BASELINE("1.2.840.10008.1.2.4.50", "JPEG baseline", Packing.JPEG),
  JPEG_EXTENDED("1.2.840.10008.1.2.4.51", "JPEG extended", TransferSyntax.DCMDJPEG),
  JPEG_LOSSLESS("1.2.840.10008.1.2.4.57", "JPEG lossless", TransferSyntax.DCMDJPEG),
  JPEG_LOSSLESS_FIRST("1.2.840.10008.1.2.4.70", "JPEG lossless", TransferSyntax.DCMDJPEG),
  JPEG_LS_LOSSLESS("1.2.840.10008.1.2.4.80", "JPEG-LS lossless", TransferSyntax.DCMDJPLS),
  JPEG_LS_NEAR_LOSSLESS("1.2.840.10008.1.2.4.81", "JPEG-LS", TransferSyntax.DCMDJPLS),
  JPEG_2000_LOSSLESS("1.2.840.10008.1.2.4.90", "JPEG 2000 lossless", Packing.JPEG_2000),
  JPEG_2000("1.2.840.10008.1.2.4.91", "JPEG 2000", Packing.JPEG_2000),
  HT_JPEG_2000_LOSSLESS("1.2.840.10008.1.2.4.201", "HT JPEG 2000", TransferSyntax.PYDICOM),
  HT_JPEG_2000_LOSSLESS_RPCL("1.2.840.10008.1.2.4.202", "HT JPEG 2000", TransferSyntax.PYDICOM),
  HT_JPEG_2000("1.2.840.10008.1.2.4.203", "HT JPEG 2000", TransferSyntax.PYDICOM);

  /** Unpacks nearly all others. */
  static final String GDCMCONV = "gdcmconv --raw IN.dcm OUT.dcm";

  private static final String DCMDJPEG = "dcmdjpeg IN.dcm OUT.dcm";
  private static final String DCMDJPLS = "dcmdjpls IN.dcm OUT.dcm";
  private static final String PYDICOM = "pydicom's decompress(), which needs pylibjpeg";

  /** How the pixels of a frame are packed. */
  enum Packing {
    NONE,
    RLE,
    JPEG,
    JPEG_2000,
    /** In a way that Wisp does not read. */
    FOREIGN
  }

  private final String uid;
  private final String words;
  private final Packing packing;
  private final String converter;

  TransferSyntax(String uid, String words, Packing packing) {
    this(uid, words, packing, GDCMCONV);
  }

  TransferSyntax(String uid, String words, String converter) {
    this(uid, words, Packing.FOREIGN, converter);
  }

  TransferSyntax(String uid, String words, Packing packing, String converter) {
    this.uid = uid;
    this.words = words;
    this.packing = packing;
    this.converter = converter;
  }

  static Optional<TransferSyntax> of(String uid) {
    return Arrays.stream(values()).filter(syntax -> syntax.uid.equals(uid)).findFirst();
  }

  /** The standard's unique identifier. */
  public String uid() {
    return uid;
  }

  /** What it is called. */
  public String words() {
    return words;
  }

  /** Whether every element tells the type of its value. */
  boolean explicit() {
    return this != IMPLICIT_LITTLE_ENDIAN;
  }

  ByteOrder order() {
    return this == EXPLICIT_BIG_ENDIAN ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
  }

  Packing packing() {
    return packing;
  }

  /** The command that turns such files into ones that Wisp reads. */
  String converter() {
    return converter;
  }
}
