package io.wisp.phantom;

import io.wisp.volume.Volume;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/** Makes phantom patients, each the same for the same seed, number and grid. */
public final class Phantom {
  /** The smallest lesion's radius, in mm. */
  private static final double SMALLEST = 18;

  /** The smallest area in a slice that a rater would outline, in mm². */
  private static final double SPECK = 120;

  /** One head in six has no lesion. */
  private static final double HEALTHY = 0.17;

  private static final double TWO_LESIONS = 0.25;
  private static final double GOLDEN_RATIO = 0.6180339887498949;
  private static final double[] OFFSETS_IN_SLICE = {-0.25, 0.25};

  private final long seed;
  private final PhantomGrid grid;

  public Phantom(long seed, PhantomGrid grid) {
    this.seed = seed;
    this.grid = grid;
  }

  /**
   * Makes one patient; does not depend on how many others are made.
   *
   * @param number from 0
   */
  public PhantomCase patient(int number) {
    SplittableRandom random = new SplittableRandom(new SplittableRandom(seed).nextLong() + number);
    Patient patient = Patient.draw(random.split());
    Head head = new Head(patient, new Noise(random.nextLong()));
    Pose pose = Pose.draw(random.split());
    List<Lesion> lesions = isHealthy(number) ? List.of() : lesions(head, random.split());
    Scene scene = new Scene(pose, head, lesions);
    return scan(String.format(Locale.ROOT, "phantom_%03d", number), scene, random.split());
  }

  /** Spreads healthy heads evenly, so that small data sets have their share. */
  private boolean isHealthy(int number) {
    double start = new SplittableRandom(~seed).nextDouble();
    return (start + number * GOLDEN_RATIO) % 1 < HEALTHY;
  }

  private static List<Lesion> lesions(Head head, SplittableRandom random) {
    List<Lesion> lesions = new ArrayList<>();
    int count = random.nextDouble() < TWO_LESIONS ? 2 : 1;
    for (int i = 0; i < count; i++) {
      double largest = i == 0 ? 38 : 26;
      double radius = SMALLEST * Math.pow(largest / SMALLEST, random.nextDouble());
      lesions.add(Lesion.draw(placeFor(radius, head, random), radius, random));
    }
    return lesions;
  }

  private static Point placeFor(double radius, Head head, SplittableRandom random) {
    while (true) {
      Point p =
          new Point(
              random.nextDouble(-55, 55), random.nextDouble(-65, 65), random.nextDouble(-22, 48));
      double depth = head.brainDepth(p);
      if (depth > 0.45 * radius && depth < 1.6 * radius + 12 && head.at(p).brain() > 0.9) {
        return p;
      }
    }
  }

  private PhantomCase scan(String id, Scene scene, SplittableRandom random) {
    Scanner scanner = Scanner.draw(random);
    double[] received = new double[grid.voxels()];
    float[] mask = new float[grid.voxels()];
    int index = 0;
    for (int z = 0; z < grid.slices(); z++) {
      for (int y = 0; y < grid.size(); y++) {
        for (int x = 0; x < grid.size(); x++, index++) {
          for (double offset : OFFSETS_IN_SLICE) {
            Point p = grid.place(x, y, z, offset);
            Scene.Sample sample = scene.at(p);
            received[index] += scanner.receive(sample.signal(), p) / OFFSETS_IN_SLICE.length;
            mask[index] = sample.lesion() ? 1 : mask[index];
          }
        }
      }
    }
    unmarkSpecks(mask);
    Volume flair = new Volume(grid.geometry(), scanner.develop(received, grid, random));
    return new PhantomCase(id, flair, flair.withVoxels(mask));
  }

  /** Clears the mask of slices that show only the tip of a lesion. */
  private void unmarkSpecks(float[] mask) {
    int area = grid.size() * grid.size();
    double smallest = SPECK / (grid.spacing() * grid.spacing());
    for (int z = 0; z < grid.slices(); z++) {
      int marked = 0;
      for (int i = z * area; i < (z + 1) * area; i++) {
        marked += mask[i] > 0 ? 1 : 0;
      }
      if (marked < smallest) {
        Arrays.fill(mask, z * area, (z + 1) * area, 0);
      }
    }
  }
}
