package io.wisp.phantom;

import java.util.SplittableRandom;

/**
 * How heads differ from one another.
 *
 * @param halfWidth half the head's breadth, mm
 * @param halfLength half its length from forehead to occiput, mm
 * @param top height of the vertex above the middle, mm
 * @param scalp thickness of skin and fat, mm
 * @param skull thickness of the bone, mm
 * @param fat signal of the fat under the skin
 * @param white signal of white matter
 * @param greyContrast by how much grey matter is brighter than white
 * @param atrophy width of sulci and ventricles, 1 in the middle of life
 * @param caps brightness of the caps at the horns of the ventricles, which are no lesions
 */
record Patient(
    double halfWidth,
    double halfLength,
    double top,
    double scalp,
    double skull,
    double fat,
    double white,
    double greyContrast,
    double atrophy,
    double caps) {

  static Patient draw(SplittableRandom random) {
    double size = random.nextDouble(0.93, 1.06);
    return new Patient(
        size * random.nextDouble(67, 75),
        size * random.nextDouble(84, 91),
        size * random.nextDouble(74, 80),
        random.nextDouble(3.5, 6),
        random.nextDouble(5, 7.5),
        random.nextDouble(0.6, 1.15),
        random.nextDouble(0.40, 0.48),
        random.nextDouble(0.07, 0.14),
        random.nextDouble(0.6, 1.5),
        random.nextDouble() < 0.6 ? random.nextDouble(0.08, 0.28) : 0);
  }
}
