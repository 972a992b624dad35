package io.wisp.dicom;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The data elements that Wisp looks at. */
enum Tag {
  SOP_CLASS_OF_FILE(0x00020002, "media storage SOP class"),
  TRANSFER_SYNTAX(0x00020010, "transfer syntax"),
  MODALITY(0x00080060, "modality"),
  SERIES_DESCRIPTION(0x0008103E, "series description"),
  SLICE_THICKNESS(0x00180050, "slice thickness"),
  SPACING_BETWEEN_SLICES(0x00180088, "spacing between slices"),
  IMAGER_PIXEL_SPACING(0x00181164, "imager pixel spacing"),
  SERIES_UID(0x0020000E, "series instance UID"),
  INSTANCE_NUMBER(0x00200013, "instance number"),
  POSITION(0x00200032, "image position"),
  ORIENTATION(0x00200037, "image orientation"),
  SAMPLES_PER_PIXEL(0x00280002, "samples per pixel"),
  PHOTOMETRIC(0x00280004, "photometric interpretation"),
  FRAMES(0x00280008, "number of frames"),
  ROWS(0x00280010, "rows"),
  COLUMNS(0x00280011, "columns"),
  PIXEL_SPACING(0x00280030, "pixel spacing"),
  BITS_ALLOCATED(0x00280100, "bits allocated"),
  BITS_STORED(0x00280101, "bits stored"),
  HIGH_BIT(0x00280102, "high bit"),
  PIXEL_REPRESENTATION(0x00280103, "pixel representation"),
  RESCALE_INTERCEPT(0x00281052, "rescale intercept"),
  RESCALE_SLOPE(0x00281053, "rescale slope"),
  SHARED_FUNCTIONAL_GROUPS(0x52009229, "shared functional groups");

  /** Where the pixels begin; not read as a value. */
  static final int PIXEL_DATA = 0x7FE00010;

  static final int FLOAT_PIXEL_DATA = 0x7FE00008;
  static final int DOUBLE_PIXEL_DATA = 0x7FE00009;
  static final int ITEM = 0xFFFEE000;
  static final int ITEM_END = 0xFFFEE00D;
  static final int SEQUENCE_END = 0xFFFEE0DD;

  private static final Map<Integer, Tag> BY_CODE =
      Arrays.stream(values()).collect(Collectors.toMap(tag -> tag.code, Function.identity()));

  private final int code;
  private final String words;

  Tag(int code, String words) {
    this.code = code;
    this.words = words;
  }

  /** The element of a group and number, or null if Wisp passes over it. */
  static Tag of(int code) {
    return BY_CODE.get(code);
  }

  int code() {
    return code;
  }

  /** What it is called in errors. */
  String words() {
    return words;
  }

  /** A group and number as the standard prints them: {@code (0028,0010)}. */
  static String text(int code) {
    return String.format(Locale.ROOT, "(%04X,%04X)", code >>> 16, code & 0xFFFF);
  }
}
