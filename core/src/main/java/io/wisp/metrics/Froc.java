package io.wisp.metrics;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The free-response ROC curve of predicted objects: the share of true objects found against the
 * false ones a scan, as predicted objects are kept from the largest peak of the map downwards, at
 * one threshold for all scans. The masks are not cut anew, so the curve ends where all objects are
 * kept.
 *
 * @param objects true ones, in all scans
 * @param points from none kept to all kept; objects of equal peak are kept together
 */
public record Froc(int objects, List<Point> points) {
  public Froc {
    points = List.copyOf(points);
  }

  /**
   * What is found at a threshold.
   *
   * @param falseObjects a scan
   * @param sensitivity in [0, 1]; NaN without a true object
   */
  public record Point(double falseObjects, double sensitivity) {}

  private record Kept(int scan, ObjectMatch.Candidate candidate) {}

  private record Found(int scan, int object) {}

  /** Of all scans, healthy ones too. */
  public static Froc of(List<ObjectMatch> scans) {
    int objects = scans.stream().mapToInt(ObjectMatch::objects).sum();
    List<Kept> order = new ArrayList<>();
    for (int i = 0; i < scans.size(); i++) {
      for (ObjectMatch.Candidate candidate : scans.get(i).candidates()) {
        order.add(new Kept(i, candidate));
      }
    }
    order.sort(Comparator.comparingDouble((Kept kept) -> kept.candidate().peak()).reversed());
    List<Point> points = new ArrayList<>(List.of(new Point(0, share(0, objects))));
    Set<Found> found = new HashSet<>();
    int wrong = 0;
    for (int i = 0; i < order.size(); i++) {
      Kept kept = order.get(i);
      wrong += kept.candidate().isFalse() ? 1 : 0;
      kept.candidate().found().forEach(object -> found.add(new Found(kept.scan(), object)));
      boolean tied =
          i + 1 < order.size() && order.get(i + 1).candidate().peak() == kept.candidate().peak();
      if (!tied) {
        points.add(new Point(wrong / (double) scans.size(), share(found.size(), objects)));
      }
    }
    return new Froc(objects, points);
  }

  private static double share(int found, int objects) {
    return objects == 0 ? Double.NaN : found / (double) objects;
  }

  /** The largest sensitivity with at most so many false objects a scan. */
  public double sensitivity(double falseObjects) {
    return points.stream()
        .filter(point -> point.falseObjects() <= falseObjects)
        .mapToDouble(Point::sensitivity)
        .max()
        .orElse(Double.NaN);
  }
}
