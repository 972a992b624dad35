package io.wisp.phantom;

import java.util.SplittableRandom;

/**
 * A tumour: a warped ellipsoid that spreads along white matter, with an oedema around and perhaps a
 * dark dead core within. All of it counts as lesion.
 *
 * @param radii along its own axes, mm
 * @param turn of its axes around z, radians
 * @param raggedness how far the border strays from the ellipsoid, as a share of the radius
 * @param glow what is added to the signal of tissue
 * @param oedema share of the radius that is oedema, fainter than the tumour
 * @param core share of the radius that is dead and dark; 0 for none
 */
record Lesion(
    Point centre,
    Point radii,
    double turn,
    double raggedness,
    double glow,
    double oedema,
    double core,
    Noise noise) {

  /** Where a lesion's glow begins, a little outside of its border. */
  static final double RIM = -0.05;

  static Lesion draw(Point centre, double radius, SplittableRandom random) {
    boolean dead = radius > 16 && random.nextDouble() < 0.4;
    return new Lesion(
        centre,
        new Point(
            radius * random.nextDouble(0.75, 1.2),
            radius * random.nextDouble(0.75, 1.3),
            radius * random.nextDouble(0.95, 1.35)),
        random.nextDouble(Math.PI),
        random.nextDouble(0.35, 0.8),
        random.nextDouble(0.14, 0.40),
        random.nextDouble() < 0.6 ? random.nextDouble(0.2, 0.5) : 0,
        dead ? random.nextDouble(0.25, 0.45) : 0,
        new Noise(random.nextLong()));
  }

  /** How far inside: 1 in the middle, 0 on the border, below 0 outside. */
  double inside(Point p, Tissue tissue) {
    Point offset = p.minus(centre);
    double distance = offset.turnedAboutZ(turn).ellipsoid(radii.x(), radii.y(), radii.z());
    if (distance > 2) {
      return -1;
    }
    double ragged = noise.at(p, 0.9 * radii.x()) + 0.45 * noise.at(p, 8);
    return 1 - distance + raggedness * ragged - 0.22 * tissue.grey();
  }

  /** The signal that the tissue at {@code p} has with this lesion. */
  double signal(Point p, Tissue tissue, double inside) {
    double texture = 1 + 0.5 * noise.at(p, 7) + 0.3 * noise.at(p, 18);
    double tumour =
        oedema == 0 ? 1 : Smooth.mix(0.5, 1, Smooth.step(oedema - 0.1, oedema + 0.1, inside));
    double bright = glow * texture * tumour * Smooth.step(RIM, 0.09, inside);
    double lit = tissue.signal() + bright * tissue.brain();
    double dead = core == 0 ? 0 : Smooth.step(1 - core - 0.1, 1 - core + 0.1, inside);
    return Smooth.mix(lit, 0.22, 0.85 * dead * tissue.brain());
  }
}
