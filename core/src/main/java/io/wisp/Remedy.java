package io.wisp;

/** What mends a {@link UserError}; a user interface knows by which of its options it is done. */
public enum Remedy {
  /** Replace what is there. */
  REPLACE,
  /** Write to another folder. */
  OTHER_FOLDER,
  /** Go on with what is there. */
  RESUME,
  /** Change the setting that the message names. */
  SETTING,
  /** Train a network, or give the folder of one that is trained. */
  TRAIN,
  /** Prepare a store. */
  PREPARE,
  /** Prepare the store with slices of another size. */
  SLICE_SIZE,
  /** Prepare the store with another share of patients for training, or another draw of them. */
  SPLIT,
  /** Prepare the store with a given split of patients. */
  SPLIT_FILE,
  /** Give the labels of slices in a file. */
  LABELS,
  /** Keep slices with less content. */
  MIN_CONTENT,
  /** Look for another object in the masks. */
  OBJECT,
  /** Ask for another kind of scan. */
  MODALITY,
  /** Resample what lies on another grid than its scan. */
  RESAMPLE,
  /** Choose a frame of a scan that has several. */
  FRAME,
  /** Outline scans, which needs no masks made by hand. */
  OUTLINE,
  /** Compute on another device. */
  DEVICE,
  /** Compute in another number format. */
  PRECISION,
  /** Compute in a number format although layers come out wrong in it. */
  TRUST_PRECISION,
  /** Draw more cases. */
  MORE_CASES,
  /** Draw other cases. */
  OTHER_CASES,
  /** Let slices count as alike that lie farther apart. */
  WINDOW,
  /** Compare with no masks. */
  NO_ORACLE
}
