package io.wisp.phantom;

/** A whole head: air, scalp, skull, the skull's base with the eyes, and the brain inside. */
final class Head {
  /** Softness of the borders between skin, bone and brain, mm. */
  private static final double EDGE = 1.3;

  private final Patient patient;
  private final Noise noise;
  private final Brain brain;

  Head(Patient patient, Noise noise) {
    this.patient = patient;
    this.noise = noise;
    this.brain = new Brain(patient, noise);
  }

  /** The tissue at {@code p}. */
  Tissue at(Point p) {
    double depth = depth(p);
    if (depth < -EDGE) {
      return Tissue.AIR;
    }
    double scalp = patient.scalp() * (1 + 0.7 * noise.at(p, 45) + thickerBelow(p));
    double bone = scalp + patient.skull() * (1 + 0.4 * noise.at(p, 37));
    if (depth > bone + EDGE) {
      return inside(p, depth - bone);
    }
    Tissue skin = Tissue.other(patient.fat() * (1 + 0.5 * noise.at(p, 13)));
    Tissue marrow = Tissue.other(0.10 + 0.12 * Math.abs(noise.at(p, 9)));
    return Tissue.AIR
        .mix(skin, Smooth.step(-EDGE, EDGE, depth))
        .mix(marrow, Smooth.step(-EDGE, EDGE, depth - scalp))
        .mix(inside(p, depth - bone), Smooth.step(-EDGE, EDGE, depth - bone));
  }

  /** How deep in the brain, mm, by the distance to bone; below 0 outside of it. */
  double brainDepth(Point p) {
    return Math.min(depth(p) - patient.scalp() - patient.skull(), aboveFloor(p));
  }

  /** Millimetres under the skin; below 0 in the air. */
  private double depth(Point p) {
    double front = -p.y() / patient.halfLength();
    double width = patient.halfWidth() * (1 - 0.09 * front - 0.05 * front * front);
    double height = p.z() > 0 ? patient.top() : 2.4 * patient.top();
    double distance =
        power(p.x() / width) + power(p.y() / patient.halfLength()) + power(p.z() / height);
    double rim = Math.pow(distance, 1 / 2.25);
    return (1 - rim) * patient.halfWidth() + 2.5 * noise.at(p, 60);
  }

  private static double power(double value) {
    return Math.pow(Math.abs(value), 2.25);
  }

  /** Cheeks, temples and neck have muscle and more fat. */
  private static double thickerBelow(Point p) {
    return 0.9 * Smooth.step(-22, -55, p.z());
  }

  private Tissue inside(Point p, double depth) {
    double above = aboveFloor(p);
    if (above < -EDGE) {
      return skullBase(p);
    }
    return skullBase(p).mix(brain.at(p, Math.min(depth, above)), Smooth.step(-EDGE, EDGE, above));
  }

  /** Height over the skull's base, which steps down from the forehead to the cerebellum. */
  private double aboveFloor(Point p) {
    double lateral = Smooth.step(12, 22, Math.abs(p.x()));
    double middle = Smooth.mix(-22, -40, lateral);
    double front = Smooth.mix(middle, -17, Smooth.step(-28, -40, p.y()));
    double floor = Smooth.mix(front, -72, Smooth.step(4, 20, p.y()));
    return 0.8 * (p.z() - floor) + 6 * noise.at(p, 25);
  }

  private Tissue skullBase(Point p) {
    Point side = new Point(Math.abs(p.x()), p.y(), p.z());
    double eye = side.minus(new Point(31, -0.68 * patient.halfLength(), -36)).ellipsoid(12, 13, 12);
    double patches = noise.at(noise.warp(p, 20, 8), 17) + 0.5 * noise.at(p, 7);
    Tissue bone = Tissue.other(0.12 + 0.45 * Smooth.step(-0.05, 0.5, patches));
    Tissue orbit = Tissue.other(0.75 * patient.fat() * (1 + 0.4 * noise.at(p, 9)));
    Tissue globe = Tissue.other(0.13);
    return bone.mix(orbit, Smooth.step(1.7, 1.3, eye)).mix(globe, Smooth.step(1.08, 0.95, eye));
  }
}
