package io.wisp.slices;

import io.wisp.UserError;
import io.wisp.dataset.PatientSplit;
import io.wisp.dataset.SourceFolder.LeftOut;
import io.wisp.dataset.Split;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What a preparation made.
 *
 * @param store the folder
 * @param cases cases read
 * @param slices slices kept
 * @param positives slices kept whose label is not 0
 * @param dropped slices without enough content
 * @param droppedPositives dropped slices that the mask or folder says are positive
 * @param vanished slices that are positive by their own mask, but whose mask is empty at the
 *     model's size; they keep the label of the full-resolution mask
 * @param masks whether masks are kept
 * @param classes how many labels there are
 * @param classNames their names, where folders tell them
 * @param sizes how large the object is on test slices
 * @param splits counts of either side of the split
 * @param failures the cases that could not be read, by name, and why
 * @param leftOut all files and folders of the source that are not in the store, and why
 */
public record PrepareSummary(
    Path store,
    int cases,
    int slices,
    int positives,
    int dropped,
    int droppedPositives,
    int vanished,
    boolean masks,
    int classes,
    List<String> classNames,
    ObjectSizes sizes,
    List<Side> splits,
    List<Failure> failures,
    List<LeftOut> leftOut) {
  public PrepareSummary {
    classNames = List.copyOf(classNames);
    failures = List.copyOf(failures);
    leftOut = List.copyOf(leftOut);
    splits = List.copyOf(splits);
  }

  /** A case that could not be read, and why. */
  public record Failure(String caseId, UserError error) {}

  /**
   * How many positive test slices have a large object, as masks tell.
   *
   * @param threshold the fraction of a slice that a large object covers
   * @param positives positive test slices with content
   * @param large those of them with a large object
   * @param dropped whether the others were dropped
   */
  public record ObjectSizes(double threshold, int positives, int large, boolean dropped) {}

  /**
   * Counts of one side of the split.
   *
   * @param split which side
   * @param cases cases on it
   * @param slices slices kept
   * @param labels how many slices have label 0, 1, … K-1
   */
  public record Side(Split split, int cases, int slices, List<Integer> labels) {
    public Side {
      labels = List.copyOf(labels);
    }

    /** Slices whose label is not 0. */
    public int positives() {
      return slices - labels.get(0);
    }
  }

  static List<Side> sides(
      PatientSplit split, List<String> read, List<SliceRecord> slices, int classes) {
    List<Side> sides = new ArrayList<>();
    for (Split side : Split.values()) {
      int cases = (int) read.stream().filter(id -> split.of(id) == side).count();
      int[] labels = new int[classes];
      int count = 0;
      for (SliceRecord slice : slices) {
        if (slice.split() == side) {
          labels[slice.label()]++;
          count++;
        }
      }
      sides.add(new Side(side, cases, count, Arrays.stream(labels).boxed().toList()));
    }
    return sides;
  }
}
