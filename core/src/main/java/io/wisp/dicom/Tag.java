package io.wisp.dicom;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The data elements that Wisp looks at. */
enum Tag {
  SOP_CLASS_OF_FILE(0x00020002, "media storage SOP class"),
  TRANSFER_SYNTAX(0x00020010, "transfer syntax"),
  IMAGE_TYPE(0x00080008, "image type"),
  SERIES_TIME(0x00080031, "series time"),
  MODALITY(0x00080060, "modality"),
  SERIES_DESCRIPTION(0x0008103E, "series description"),
  FRAME_TYPE(0x00089007, "frame type"),
  PATIENT_ID(0x00100020, "patient ID"),
  SLICE_THICKNESS(0x00180050, "slice thickness"),
  REPETITION_TIME(0x00180080, "repetition time"),
  ECHO_TIME(0x00180081, "echo time"),
  INVERSION_TIME(0x00180082, "inversion time"),
  SPACING_BETWEEN_SLICES(0x00180088, "spacing between slices"),
  PROTOCOL(0x00181030, "protocol"),
  TRIGGER_TIME(0x00181060, "trigger time"),
  IMAGER_PIXEL_SPACING(0x00181164, "imager pixel spacing"),
  FLIP_ANGLE(0x00181314, "flip angle"),
  FRAME_ECHO_TIME(0x00189082, "echo time"),
  B_VALUE(0x00189087, "b-value"),
  SIEMENS_BLOCK(0x00190010, "block of Siemens"),
  MOSAIC_TILES(0x0019100A, "number of images in the mosaic"),
  SIEMENS_CSA_BLOCK(0x00290010, "block of Siemens"),
  SIEMENS_CSA_HEADER(0x00291010, "header of Siemens"),
  SERIES_UID(0x0020000E, "series instance UID"),
  SERIES_NUMBER(0x00200011, "series number"),
  ACQUISITION_NUMBER(0x00200012, "acquisition number"),
  INSTANCE_NUMBER(0x00200013, "instance number"),
  POSITION(0x00200032, "image position"),
  ORIENTATION(0x00200037, "image orientation"),
  TEMPORAL_POSITION(0x00200100, "temporal position"),
  STACK(0x00209056, "stack"),
  PLACE_IN_STACK(0x00209057, "position in the stack"),
  TEMPORAL_INDEX(0x00209128, "temporal position"),
  CARDIAC_DELAY(0x00209153, "trigger delay"),
  DIMENSION_VALUES(0x00209157, "dimension index"),
  DIMENSION_POINTER(0x00209165, "dimension"),
  SAMPLES_PER_PIXEL(0x00280002, "samples per pixel"),
  PHOTOMETRIC(0x00280004, "photometric interpretation"),
  FRAMES(0x00280008, "number of frames"),
  FRAME_POINTER(0x00280009, "frame increment"),
  ROWS(0x00280010, "rows"),
  COLUMNS(0x00280011, "columns"),
  PIXEL_SPACING(0x00280030, "pixel spacing"),
  BITS_ALLOCATED(0x00280100, "bits allocated"),
  BITS_STORED(0x00280101, "bits stored"),
  HIGH_BIT(0x00280102, "high bit"),
  PIXEL_REPRESENTATION(0x00280103, "pixel representation"),
  RESCALE_INTERCEPT(0x00281052, "rescale intercept"),
  RESCALE_SLOPE(0x00281053, "rescale slope"),
  SHEET_TILES(0x00651050, "number of tiles"),
  FRAME_OFFSETS(0x3004000C, "grid frame offsets"),
  DOSE_SCALING(0x3004000E, "dose grid scaling"),

  MR_ECHO(0x00189114, "echo"),
  MR_DIFFUSION(0x00189117, "diffusion"),
  CARDIAC(0x00189118, "cardiac synchronisation"),
  MR_FRAME_TYPE(0x00189226, "frame type"),
  CT_FRAME_TYPE(0x00189329, "frame type"),
  FRAME_CONTENT(0x00209111, "frame content"),
  PLANE_POSITION(0x00209113, "plane position"),
  PLANE_ORIENTATION(0x00209116, "plane orientation"),
  DIMENSIONS(0x00209222, "dimensions"),
  PIXEL_MEASURES(0x00289110, "pixel measures"),
  PIXEL_TRANSFORMATION(0x00289145, "pixel value transformation"),
  SHEET_SLICES(0x00651051, "slices of the sheet"),
  SHARED_GROUPS(0x52009229, "shared functional groups"),
  FRAME_GROUPS(0x52009230, "functional groups of the frames");

  private static final Set<Tag> SEQUENCES = EnumSet.range(MR_ECHO, FRAME_GROUPS);

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

  /** Whether its value is a sequence of data sets. */
  boolean isSequence() {
    return SEQUENCES.contains(this);
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
