package io.wisp.metrics;

import java.util.Arrays;
import java.util.DoubleSummaryStatistics;
import java.util.stream.DoubleStream;
import org.apache.commons.math3.stat.descriptive.rank.Percentile;
import org.apache.commons.math3.stat.descriptive.rank.Percentile.EstimationType;

/**
 * Distances between the surfaces of two masks, as in {@code medpy.metric.binary}. The surface of a
 * mask is what one erosion by the face neighbours removes; outside the grid is background.
 *
 * <p>Empty masks: if both are empty, all distances are 0. If only one is, they are undefined: NaN.
 *
 * @param hd95 the 95th percentile (linear interpolation) of the distances from each surface to the
 *     other, taken together
 * @param hd the Hausdorff distance, the largest of them
 * @param assd the average symmetric surface distance, the mean of them all, as in the golden
 *     values; elsewhere it may be the mean of the two directed means
 */
public record SurfaceDistance(double hd95, double hd, double assd) {

  /**
   * @param prediction row-major, last axis fastest
   * @param truth of the same shape
   * @param shape extents, 2 or 3
   * @param spacing distance of neighbours along each axis, positive
   * @return distances in the units of the spacing
   */
  public static SurfaceDistance between(
      boolean[] prediction, boolean[] truth, int[] shape, double[] spacing) {
    Overlap overlap = Overlap.of(prediction, truth);
    if (overlap.predicted() == 0 || overlap.actual() == 0) {
      double all = overlap.predicted() == overlap.actual() ? 0 : Double.NaN;
      return new SurfaceDistance(all, all, all);
    }
    Directed distances = Directed.between(prediction, truth, shape, spacing);
    return of(distances.forth(), distances.back());
  }

  private static SurfaceDistance of(double[] forth, double[] back) {
    double[] all = DoubleStream.concat(Arrays.stream(forth), Arrays.stream(back)).toArray();
    DoubleSummaryStatistics statistics = Arrays.stream(all).summaryStatistics();
    return new SurfaceDistance(hd95(all), statistics.getMax(), statistics.getAverage());
  }

  /** Between ranks the percentile is linear, as in numpy: Hyndman and Fan's type 7. */
  private static double hd95(double[] distances) {
    return new Percentile(95).withEstimationType(EstimationType.R_7).evaluate(distances);
  }

  /**
   * The distances of every position of one surface to the nearest of the other.
   *
   * @param forth from the prediction's surface
   * @param back from the truth's surface
   */
  record Directed(double[] forth, double[] back) {

    /** Of two masks, neither of them empty. */
    static Directed between(boolean[] prediction, boolean[] truth, int[] shape, double[] spacing) {
      BoundingBox box = new BoundingBox(prediction, truth, shape);
      boolean[] predicted = Surface.of(box.crop(prediction), box.shape());
      boolean[] actual = Surface.of(box.crop(truth), box.shape());
      return new Directed(
          distances(predicted, actual, box.shape(), spacing),
          distances(actual, predicted, box.shape(), spacing));
    }

    private static double[] distances(boolean[] from, boolean[] to, int[] shape, double[] spacing) {
      double[] squared = DistanceTransform.squared(to, shape, spacing);
      DoubleStream.Builder distances = DoubleStream.builder();
      for (int i = 0; i < from.length; i++) {
        if (from[i]) {
          distances.add(Math.sqrt(squared[i]));
        }
      }
      return distances.build().toArray();
    }
  }
}
