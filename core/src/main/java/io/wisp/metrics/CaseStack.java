package io.wisp.metrics;

import java.util.Map;
import java.util.TreeMap;

/**
 * Gathers the slices of a case, in any order, and scores them as one volume. Slices that are
 * missing between the first and the last, such as those dropped for lack of content, count as empty
 * in prediction and truth.
 *
 * <pre>{@code
 * CaseStack stack = new CaseStack("BraTS_007", 64, 64, new double[] {1, 3.75, 3.75});
 * stack.add(40, predicted, truth);
 * stack.add(41, ...);
 * CaseScore score = stack.score();
 * }</pre>
 */
public final class CaseStack {
  private final String caseId;
  private final int rows;
  private final int columns;
  private final double[] spacing;
  private final TreeMap<Integer, Pair> slices = new TreeMap<>();

  private record Pair(boolean[] prediction, boolean[] truth) {}

  /**
   * @param spacing distances of slices, rows and columns in mm, NaN where unknown
   */
  public CaseStack(String caseId, int rows, int columns, double[] spacing) {
    if (spacing.length != 3) {
      throw new IllegalArgumentException("a volume has three spacings, not " + spacing.length);
    }
    this.caseId = caseId;
    this.rows = rows;
    this.columns = columns;
    this.spacing = spacing.clone();
  }

  /** Adds a slice; its masks are kept, not copied. */
  public void add(int slice, boolean[] prediction, boolean[] truth) {
    if (prediction.length != rows * columns || truth.length != rows * columns) {
      throw new IllegalArgumentException(
          "slice %s of %s is not %sx%s".formatted(slice, caseId, rows, columns));
    }
    if (slices.putIfAbsent(slice, new Pair(prediction, truth)) != null) {
      throw new IllegalArgumentException("slice %s of %s came twice".formatted(slice, caseId));
    }
  }

  /** Scores the volume from the first slice to the last; there must be at least one. */
  public CaseScore score() {
    if (slices.isEmpty()) {
      throw new IllegalStateException(caseId + " has no slices to score");
    }
    int first = slices.firstKey();
    int depth = slices.lastKey() - first + 1;
    int area = rows * columns;
    boolean[] prediction = new boolean[Math.multiplyExact(depth, area)];
    boolean[] truth = new boolean[prediction.length];
    for (Map.Entry<Integer, Pair> entry : slices.entrySet()) {
      int start = (entry.getKey() - first) * area;
      System.arraycopy(entry.getValue().prediction(), 0, prediction, start, area);
      System.arraycopy(entry.getValue().truth(), 0, truth, start, area);
    }
    Score score = Score.of(prediction, truth, new int[] {depth, rows, columns}, spacing);
    return new CaseScore(caseId, slices.size(), score);
  }
}
