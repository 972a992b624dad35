package io.wisp.phantom;

import java.util.SplittableRandom;

/**
 * Bright things that healthy heads have, too, about as bright as lesions; each is missing in some
 * heads. The numbers are signal that is added, 0 for none.
 *
 * @param caps rims of the ventricles and caps at their horns
 * @param cortex parts of the cortex, the same in all heads
 * @param plexus the choroid plexus in the ventricles
 * @param inflow fluid that flows into the slice, in ventricles and sulci
 * @param vessels those with slow flow
 * @param ghosts of vessels that pulsate
 */
record Mimics(
    double caps, double cortex, double plexus, double inflow, Vessels vessels, Ghosts ghosts) {

  static Mimics draw(SplittableRandom random) {
    double caps = glow(random, 0.8);
    double cortex = 0.7 * glow(random, 0.6);
    double vessels = 1.5 * glow(random, 0.9);
    double plexus = 1.5 * glow(random, 0.8);
    double inflow = glow(random, 0.7);
    Ghosts ghosts = Ghosts.draw(glow(random, 0.7), random);
    return new Mimics(caps, cortex, plexus, inflow, Vessels.draw(vessels, random), ghosts);
  }

  /** As bright as some lesion. */
  private static double glow(SplittableRandom random, double probability) {
    return random.nextDouble() < probability ? Lesion.glow(random) : 0;
  }

  /**
   * What vessels and ghosts add to the signal, wherever they lie in the skull.
   *
   * @param flow is slow where it is above 0
   */
  double added(Point p, Noise flow) {
    return Math.max(vessels.at(p, flow), ghosts.at(p));
  }
}
