package io.wisp.evaluation;

import io.wisp.Progress;
import io.wisp.slices.SliceRecord;
import java.util.List;

/** Outlines whole scans without labels, and scores them. */
interface ScanOutlines {
  /**
   * Outlines a scan.
   *
   * @param slices all that the store has of it, in the store's order
   * @param bar advances by as many slices
   */
  OutlinedScan of(List<SliceRecord> slices, Progress bar);

  /** Where scans are scored. */
  ScanResolution resolution();
}
