package io.wisp;

/** What resolves a {@link UserError}; a user interface knows which of its options does it. */
public enum Remedy {
  /** Replace what is there. */
  REPLACE,
  /** Write to another folder. */
  OTHER_FOLDER,
  /** Continue what is there. */
  RESUME,
  /** Change the setting that the message names. */
  SETTING,
  /** Train a network, or give the folder of a trained one. */
  TRAIN,
  /** Prepare a store. */
  PREPARE,
  /** Prepare the store with slices of another size. */
  SLICE_SIZE,
  /** Prepare the store with another share of patients for training, or another random split. */
  SPLIT,
  /** Prepare the store with a given split of patients. */
  SPLIT_FILE,
  /** Give the labels of slices in a file. */
  LABELS,
  /** Say what the file of labels calls the first slice. */
  FIRST_SLICE,
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
  /** Choose one of several series that lie together. */
  SERIES,
  /** Tell how slices are ordered whose place is unknown. */
  ORDER,
  /** Outline scans, which needs no manual masks. */
  OUTLINE,
  /** Compute on another device. */
  DEVICE,
  /** Compute in another number format. */
  PRECISION,
  /** Compute in a number format although layers are wrong in it. */
  TRUST_PRECISION,
  /** Draw more cases. */
  MORE_CASES,
  /** Draw other cases. */
  OTHER_CASES,
  /** Allow matched slices to lie farther apart. */
  WINDOW,
  /** Compare with no masks. */
  NO_ORACLE
}
