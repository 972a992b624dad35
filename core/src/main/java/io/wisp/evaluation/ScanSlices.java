package io.wisp.evaluation;

/** Which slices of a whole scan are outlined, where it is not known which hold the object. */
public enum ScanSlices {
  /** All, or those of which the method itself says that they hold the object. */
  ALL,
  /** Those in which the classifier sees the object; the others stay empty. */
  CLASSIFIED
}
