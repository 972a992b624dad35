package io.wisp.report;

import java.util.ArrayList;
import java.util.List;

/**
 * The training loss over the steps.
 *
 * @param name what was trained
 * @param points in the order of the steps
 */
public record LossCurve(String name, List<Point> points) {
  /** The loss of one step. */
  public record Point(long step, double loss) {}

  public LossCurve {
    points = List.copyOf(points);
  }

  /**
   * The exponential moving average of the loss, without bias towards the first value: mₖ = β·mₖ₋₁ +
   * (1 − β)·lossₖ, divided by 1 − βᵏ. Values that are not finite are skipped.
   *
   * @param window about how many points are averaged, at least 1; β = 1 − 1/window
   */
  public LossCurve smoothed(double window) {
    double beta = 1 - 1 / Math.max(1, window);
    double mean = 0;
    double weight = 0;
    List<Point> smooth = new ArrayList<>(points.size());
    for (Point point : points) {
      if (Double.isFinite(point.loss())) {
        mean = beta * mean + (1 - beta) * point.loss();
        weight = beta * weight + (1 - beta);
        smooth.add(new Point(point.step(), mean / weight));
      }
    }
    return new LossCurve(name, smooth);
  }
}
