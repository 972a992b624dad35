package io.wisp.phantom;

/**
 * What lies at a place.
 *
 * @param signal brightness in FLAIR; white matter has about 0.45, fluid 0.1, fat 1
 * @param brain how much of it is brain tissue, in [0, 1]; fluid, bone and skin are not
 * @param grey how much of the brain tissue is grey matter, in [0, 1]
 */
record Tissue(double signal, double brain, double grey) {
  static final Tissue AIR = new Tissue(0, 0, 0);

  static Tissue other(double signal) {
    return new Tissue(signal, 0, 0);
  }

  /** This tissue at share 0, the other at share 1. */
  Tissue mix(Tissue other, double share) {
    if (share <= 0) {
      return this;
    }
    if (share >= 1) {
      return other;
    }
    return new Tissue(
        Smooth.mix(signal, other.signal, share),
        Smooth.mix(brain, other.brain, share),
        Smooth.mix(grey, other.grey, share));
  }

  Tissue withSignal(double other) {
    return new Tissue(other, brain, grey);
  }
}
