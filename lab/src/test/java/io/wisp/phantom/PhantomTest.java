package io.wisp.phantom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wisp.UserError;
import io.wisp.volume.Volume;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class PhantomTest {
  /** Coarse, so that the tests are fast. */
  private static final PhantomGrid COARSE = new PhantomGrid(48, 14);

  private static final int MANY = 24;
  private static final List<PhantomCase> CASES =
      IntStream.range(0, MANY).parallel().mapToObj(new Phantom(7, COARSE)::patient).toList();

  @Property(tries = 4)
  void theSameSeedGivesTheSameScan(@ForAll long seed, @ForAll @IntRange(max = 1000) int number) {
    PhantomGrid grid = new PhantomGrid(32, 6);
    PhantomCase first = new Phantom(seed, grid).patient(number);
    PhantomCase second = new Phantom(seed, grid).patient(number);
    assertThat(second.flair().voxels()).isEqualTo(first.flair().voxels());
    assertThat(second.lesions().voxels()).isEqualTo(first.lesions().voxels());
    PhantomCase other = new Phantom(seed + 1, grid).patient(number);
    assertThat(other.flair().voxels()).isNotEqualTo(first.flair().voxels());
  }

  @Test
  void patientsDiffer() {
    for (int i = 1; i < MANY; i++) {
      assertThat(CASES.get(i).flair().voxels()).isNotEqualTo(CASES.get(i - 1).flair().voxels());
      assertThat(CASES.get(i).id()).isNotEqualTo(CASES.get(i - 1).id());
    }
  }

  @Test
  void someHeadsAreHealthyAndMostAreNot() {
    assertThat(MANY - sick().size()).isBetween(3, 6);
  }

  @Test
  void aboutFourSlicesInTenShowALesion() {
    long slices = 0;
    long positive = 0;
    for (PhantomCase patient : CASES) {
      for (int z = 0; z < COARSE.slices(); z++) {
        slices += hasHead(patient, z) ? 1 : 0;
        positive += hasLesion(patient, z) ? 1 : 0;
      }
    }
    assertThat((double) positive / slices).isBetween(0.33, 0.5);
  }

  @Test
  void masksHoldOnlyZeroAndOne() {
    for (PhantomCase patient : CASES) {
      for (float voxel : patient.lesions().voxels()) {
        assertThat(voxel).isIn(0f, 1f);
      }
    }
  }

  @Test
  void lesionsLieInsideTheHead() {
    for (PhantomCase patient : CASES) {
      for (int z = 0; z < COARSE.slices(); z++) {
        for (int y = 0; y < COARSE.size(); y++) {
          assertRowInsideHead(patient, y, z);
        }
      }
    }
  }

  private static void assertRowInsideHead(PhantomCase patient, int y, int z) {
    int skin = 0;
    double bright = 0.2 * mean(patient.flair(), patient.lesions(), 1);
    while (skin < COARSE.size() && patient.flair().get(skin, y, z) < bright) {
      skin++;
    }
    for (int x = 0; x <= Math.min(skin, COARSE.size() - 1); x++) {
      assertThat(patient.lesions().get(x, y, z)).isZero();
    }
  }

  @Test
  void lesionsAreBrighterThanTheirSurroundings() {
    for (PhantomCase patient : sick()) {
      double around = mean(patient.flair(), rim(patient.lesions()), 1);
      assertThat(mean(patient.flair(), patient.lesions(), 1))
          .as(patient.id())
          .isGreaterThan(1.05 * around);
    }
  }

  @Test
  void brightnessAloneDoesNotTellLesions() {
    for (PhantomCase patient : sick()) {
      float[] mask = patient.lesions().voxels();
      float[] flair = patient.flair().voxels();
      double lesion = mean(patient.flair(), patient.lesions(), 1);
      long brighter =
          IntStream.range(0, mask.length).filter(i -> mask[i] == 0 && flair[i] > lesion).count();
      assertThat(brighter).as(patient.id()).isGreaterThan(100);
    }
  }

  @Test
  void theGridIsThatOfAnAxialScan() {
    Volume flair = new Phantom(1, PhantomGrid.USUAL).patient(0).flair();
    assertThat(flair.geometry().shape()).containsExactly(96, 96, 28);
    assertThat(flair.geometry().zooms()).containsExactly(2, 2, 5);
    assertThat(flair.geometry().axcodes()).isEqualTo("LPS");
  }

  @Test
  void aGridTooSmallIsRefused() {
    assertThatThrownBy(() -> new PhantomGrid(8, 28)).isInstanceOf(UserError.class);
    assertThatThrownBy(() -> new PhantomGrid(96, 2)).isInstanceOf(UserError.class);
  }

  private static List<PhantomCase> sick() {
    return CASES.stream().filter(c -> lesionVoxels(c) > 0).toList();
  }

  private static long lesionVoxels(PhantomCase patient) {
    long count = 0;
    for (float voxel : patient.lesions().voxels()) {
      count += voxel > 0 ? 1 : 0;
    }
    return count;
  }

  private static boolean hasLesion(PhantomCase patient, int z) {
    return anyAbove(patient.lesions(), z, 0);
  }

  private static boolean hasHead(PhantomCase patient, int z) {
    return anyAbove(patient.flair(), z, 0.5 * mean(patient.flair(), patient.flair(), 1));
  }

  private static boolean anyAbove(Volume volume, int z, double threshold) {
    int plane = COARSE.size() * COARSE.size();
    return IntStream.range(z * plane, (z + 1) * plane)
        .anyMatch(i -> volume.voxels()[i] > threshold);
  }

  /** Mean of the voxels where {@code mask} is at least {@code least}. */
  private static double mean(Volume volume, Volume mask, float least) {
    return IntStream.range(0, COARSE.voxels())
        .filter(i -> mask.voxels()[i] >= least)
        .mapToDouble(i -> volume.voxels()[i])
        .average()
        .orElse(Double.NaN);
  }

  /** The voxels within four of a lesion's in the same row or column, but not in it. */
  private static Volume rim(Volume mask) {
    float[] rim = new float[mask.voxels().length];
    for (int i = 0; i < rim.length; i++) {
      for (int step = -4; step <= 4 && mask.voxels()[i] == 0; step++) {
        for (int stride : new int[] {1, COARSE.size()}) {
          int neighbour = Math.floorMod(i + step * stride, rim.length);
          rim[i] = Math.max(rim[i], mask.voxels()[neighbour]);
        }
      }
    }
    return mask.withVoxels(rim);
  }
}
