package io.wisp.nifti;

import static io.wisp.nifti.HeaderField.Kind.BYTE;
import static io.wisp.nifti.HeaderField.Kind.DOUBLE;
import static io.wisp.nifti.HeaderField.Kind.FLOAT;
import static io.wisp.nifti.HeaderField.Kind.INT;
import static io.wisp.nifti.HeaderField.Kind.LONG;
import static io.wisp.nifti.HeaderField.Kind.SHORT;

/** Where each field lies, and as what kind of number, in headers of version 1 and of version 2. */
enum HeaderField {
  SHAPE(40, SHORT, 16, LONG),
  INTENT_CODE(68, SHORT, 504, INT),
  DATA_TYPE(70, SHORT, 12, SHORT),
  BITS_PER_VOXEL(72, SHORT, 14, SHORT),
  PIXDIM(76, FLOAT, 104, DOUBLE),
  DATA_OFFSET(108, FLOAT, 168, LONG),
  SLOPE(112, FLOAT, 176, DOUBLE),
  INTERCEPT(116, FLOAT, 184, DOUBLE),
  UNITS(123, BYTE, 500, INT),
  DESCRIPTION(148, BYTE, 240, BYTE),
  QFORM_CODE(252, SHORT, 344, INT),
  SFORM_CODE(254, SHORT, 348, INT),
  QUATERNION(256, FLOAT, 352, DOUBLE),
  QFORM_OFFSET(268, FLOAT, 376, DOUBLE),
  SFORM_ROWS(280, FLOAT, 400, DOUBLE),
  MAGIC(344, BYTE, 4, BYTE);

  enum Kind {
    BYTE(1),
    SHORT(2),
    INT(4),
    LONG(8),
    FLOAT(4),
    DOUBLE(8);

    private final int bytes;

    Kind(int bytes) {
      this.bytes = bytes;
    }
  }

  private final int place1;
  private final Kind kind1;
  private final int place2;
  private final Kind kind2;

  HeaderField(int place1, Kind kind1, int place2, Kind kind2) {
    this.place1 = place1;
    this.kind1 = kind1;
    this.place2 = place2;
    this.kind2 = kind2;
  }

  Kind kind(int version) {
    return version == 1 ? kind1 : kind2;
  }

  /** The byte at which the field's value of this index starts. */
  int place(int version, int index) {
    return (version == 1 ? place1 : place2) + index * kind(version).bytes;
  }
}
