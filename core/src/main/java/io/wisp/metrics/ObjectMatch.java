package io.wisp.metrics;

import io.wisp.mask.Components;
import io.wisp.mask.Connectivity;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The objects of a predicted mask matched with those of the truth, as in the lesion-wise scores of
 * BraTS 2023 (<a
 * href="https://github.com/rachitsaluja/BraTS-2023-Metrics">github.com/rachitsaluja/BraTS-2023-Metrics</a>),
 * but without dilating the truth and without a smallest size. An object is a component whose voxels
 * share at least a corner: 26 neighbours in three dimensions. A true object is found if one of its
 * voxels or more is predicted; a predicted object is false if it holds no voxel of a true one.
 *
 * @param dice of each true object with all predicted ones that overlap it; 0 if none does
 * @param candidates the predicted objects
 */
public record ObjectMatch(List<Double> dice, List<Candidate> candidates) {
  public ObjectMatch {
    dice = List.copyOf(dice);
    candidates = List.copyOf(candidates);
  }

  /**
   * A predicted object.
   *
   * @param peak the largest value of the map in it
   * @param found the true objects that it overlaps, by their index in {@link #dice}
   */
  public record Candidate(double peak, List<Integer> found) {
    public Candidate {
      found = List.copyOf(found);
    }

    boolean isFalse() {
      return found.isEmpty();
    }
  }

  /**
   * Matches two masks.
   *
   * @param prediction row-major, last axis fastest; of one shape with {@code truth} and {@code map}
   * @param map higher means rather an object
   * @param shape extents, 2 or 3
   */
  public static ObjectMatch of(boolean[] prediction, boolean[] truth, float[] map, int[] shape) {
    Components predicted = Components.of(prediction, shape, Connectivity.CORNERS);
    Components actual = Components.of(truth, shape, Connectivity.CORNERS);
    int[] ofPrediction = predicted.labels();
    int[] ofTruth = actual.labels();
    double[] peaks = new double[predicted.count()];
    Arrays.fill(peaks, Double.NEGATIVE_INFINITY);
    List<SortedSet<Integer>> found = new ArrayList<>();
    for (int i = 0; i < peaks.length; i++) {
      found.add(new TreeSet<>());
    }
    long[] common = new long[actual.count()];
    for (int i = 0; i < ofPrediction.length; i++) {
      if (prediction[i]) {
        int candidate = ofPrediction[i] - 1;
        peaks[candidate] = Math.max(peaks[candidate], map[i]);
        if (truth[i]) {
          found.get(candidate).add(ofTruth[i] - 1);
          common[ofTruth[i] - 1]++;
        }
      }
    }
    long[] sizes = new long[actual.count()];
    List<Candidate> candidates = new ArrayList<>();
    for (int i = 0; i < peaks.length; i++) {
      candidates.add(new Candidate(peaks[i], List.copyOf(found.get(i))));
      for (int object : found.get(i)) {
        sizes[object] += predicted.size(i + 1);
      }
    }
    List<Double> dice = new ArrayList<>();
    for (int i = 0; i < sizes.length; i++) {
      dice.add(2.0 * common[i] / (actual.size(i + 1) + sizes[i]));
    }
    return new ObjectMatch(dice, candidates);
  }

  /** How many true objects there are. */
  public int objects() {
    return dice.size();
  }

  /** How many of them are found. */
  public int found() {
    return (int) dice.stream().filter(one -> one > 0).count();
  }

  /** How many predicted objects are false. */
  public int falseObjects() {
    return (int) candidates.stream().filter(Candidate::isFalse).count();
  }

  /** The mean of {@link #dice}, with a 0 for each false object; NaN without a true object. */
  public double lesionDice() {
    double sum = dice.stream().mapToDouble(one -> one).sum();
    return dice.isEmpty() ? Double.NaN : sum / (objects() + falseObjects());
  }

  /**
   * 2 found / (2 found + missed + false), over the objects of all scans; NaN without a true object.
   */
  public static double f1(List<ObjectMatch> scans) {
    int objects = scans.stream().mapToInt(ObjectMatch::objects).sum();
    int found = scans.stream().mapToInt(ObjectMatch::found).sum();
    int wrong = scans.stream().mapToInt(ObjectMatch::falseObjects).sum();
    return objects == 0 ? Double.NaN : 2.0 * found / (found + objects + wrong);
  }
}
