package io.wisp.phantom;

/** Folded cortex, white matter, deep nuclei, cerebellum and the fluid around and within. */
final class Brain {
  private static final double FLUID = 0.10;
  private static final Tissue CSF = Tissue.other(FLUID);

  private final Patient patient;
  private final Noise noise;
  private final Ventricles ventricles;

  Brain(Patient patient, Noise noise) {
    this.patient = patient;
    this.noise = noise;
    this.ventricles = new Ventricles(0.55 + 0.45 * patient.atrophy());
  }

  /**
   * @param depth millimetres under the bone
   */
  Tissue at(Point p, double depth) {
    Tissue tissue = cerebrum(p, depth);
    double hindbrain = hindbrain(p);
    if (hindbrain < 1.1) {
      tissue = tissue.mix(CSF, 0.6 * Smooth.step(1.1, 1.05, hindbrain));
      tissue = tissue.mix(cerebellum(p), Smooth.step(1.06, 1.0, hindbrain));
    }
    Point warped = noise.warp(p, 30, 5);
    double wall = ventricles.distance(warped);
    return withCaps(tissue, warped, wall)
        .mix(CSF, Smooth.step(0.9, -0.9, wall))
        .mix(CSF, Smooth.step(2.4, 0.6, depth + 2 * noise.at(p, 15)));
  }

  private Tissue cerebrum(Point p, double depth) {
    Point warped = noise.warp(noise.warp(p, 34, 13), 13, 4);
    double cleft = Math.min(midline(p), sylvian(warped));
    double cortex = Math.min(depth, cleft);
    double fold = Math.abs(noise.at(new Point(warped.x(), warped.y(), 0.6 * warped.z()), 17));
    double shallow = Smooth.step(24, 3, cortex);
    double sulcus = 0.085 * patient.atrophy() * shallow;
    double ribbon = sulcus + 0.19 * shallow;
    double grey =
        Math.max(Smooth.step(ribbon + 0.05, ribbon - 0.03, fold), Smooth.step(6, 3, cortex));
    grey = Math.max(grey, nuclei(p));
    double texture = 0.05 * noise.at(p, 8) + 0.06 * noise.at(p, 30);
    double signal = (patient.white() + patient.greyContrast() * grey) * (1 + texture);
    double fluid =
        Math.max(
            Smooth.step(sulcus + 0.04, sulcus - 0.04, fold) * Smooth.step(0.1, 0.4, shallow),
            Smooth.step(1.0, -0.6, cleft));
    return new Tissue(signal, 1, grey).mix(CSF, 0.8 * fluid);
  }

  /** Distance from the cleft between the hemispheres; far where they are joined. */
  private double midline(Point p) {
    double bent = Math.abs(p.x() + 3 * noise.at(p, 38)) - 0.5 * patient.atrophy();
    double joined = new Point(0, p.y() - 4, p.z() - 2).ellipsoid(1, 38, 28);
    return bent + 14 * Smooth.step(1.1, 0.9, joined);
  }

  /** Distance from the cleft between the temporal lobe and the rest, on either side. */
  private static double sylvian(Point p) {
    double inward = Math.abs(p.x()) - 38;
    double slope = p.z() - 2 - 0.35 * (p.y() + 8);
    double reach = Math.max(Math.max(-inward, Math.abs(p.y() + 6) - 24), 0);
    return Math.abs(slope) * 0.8 - 1.2 + 0.7 * reach;
  }

  /** Thalamus, caudate head and putamen: 1 inside. */
  private double nuclei(Point p) {
    Point side = new Point(Math.abs(p.x()) + 3 * noise.at(p, 14), p.y(), p.z());
    double thalamus = side.minus(new Point(11, 6, 4)).ellipsoid(8, 13, 9);
    double caudate = side.minus(new Point(14, -24, 8)).ellipsoid(5, 8, 10);
    double putamen = side.minus(new Point(27, -6, 3)).ellipsoid(5.5, 16, 10);
    double nearest = Math.min(thalamus, Math.min(caudate, putamen));
    return 0.75 * Smooth.step(1.12, 0.88, nearest);
  }

  /** Below 1 in the cerebellum and the brain stem. */
  private double hindbrain(Point p) {
    double cerebellum = p.minus(new Point(0, 42, -42)).ellipsoid(52, 34, 27);
    double stem = p.minus(new Point(0, 12, -42)).ellipsoid(15, 14, 36);
    return Math.min(cerebellum, stem) + 0.08 * noise.at(p, 18);
  }

  private Tissue cerebellum(Point p) {
    Point warped = noise.warp(p, 25, 9);
    double folia = Math.sin(0.75 * warped.y() + 0.5 * Math.abs(warped.x()) + 0.4 * warped.z());
    double leaf = p.y() > 24 ? Smooth.step(0.2, 1, folia) : 0;
    double signal = patient.white() + 0.5 * patient.greyContrast();
    return new Tissue(signal * (1 - 0.16 * leaf + 0.1 * noise.at(p, 11)), 1, 0.5);
  }

  /** The bright rims that horns of ventricles have with age: like lesions, but none. */
  private Tissue withCaps(Tissue tissue, Point p, double wall) {
    if (patient.caps() == 0 || wall > 9) {
      return tissue;
    }
    double patchy = Smooth.step(-0.35, 0.35, noise.at(p, 10));
    double rim = 0.25 * Smooth.step(4, 1, wall);
    double cap = ventricles.nearHorn(p) * Smooth.step(9, 2, wall);
    double glow = patient.caps() * patchy * Math.max(rim, cap);
    return tissue.withSignal(tissue.signal() + glow * tissue.brain());
  }
}
