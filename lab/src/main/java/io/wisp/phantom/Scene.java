package io.wisp.phantom;

import java.util.List;

/** The contents of the scanner: a head in its pose, with its lesions. */
record Scene(Pose pose, Head head, List<Lesion> lesions) {
  /**
   * @param signal brightness in FLAIR, from 0
   * @param lesion whether the place counts as lesion
   */
  record Sample(double signal, boolean lesion) {}

  /**
   * @param p in the scanner's space
   */
  Sample at(Point p) {
    Point inHead = pose.toHead(p);
    Tissue tissue = head.at(inHead);
    Sample sample = new Sample(tissue.signal(), false);
    double deepest = Lesion.RIM;
    for (Lesion lesion : lesions) {
      double inside = lesion.inside(inHead, tissue);
      if (inside > deepest) {
        deepest = inside;
        double signal = lesion.signal(inHead, tissue, inside);
        sample = new Sample(signal, inside > 0 && tissue.brain() > 0.5);
      }
    }
    return sample;
  }
}
