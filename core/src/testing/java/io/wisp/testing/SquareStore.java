package io.wisp.testing;

import io.wisp.Progress;
import io.wisp.dataset.Axis;
import io.wisp.dataset.Split;
import io.wisp.nifti.DataType;
import io.wisp.slices.Preparation;
import io.wisp.slices.PrepareOptions;
import io.wisp.slices.SliceRecipe;
import io.wisp.slices.SliceStore;
import io.wisp.volume.Geometry;
import io.wisp.volume.Volume;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.IntUnaryOperator;
import java.util.function.ToIntBiFunction;

/**
 * A store of 16 x 16 slices in two classes that anyone can tell apart: grey tissue, and grey tissue
 * with a bright square somewhere. Eight slices a case, of which every fourth has a square.
 */
public final class SquareStore {
  public static final int SIDE = 16;
  private static final int CASES = 10;
  private static final int SLICES = 8;
  private static final int SQUARE = 5;

  private SquareStore() {}

  /** Labels and masks, as a BraTS folder has them. */
  public static Path withMasks(Path folder) {
    for (Case one : cases()) {
      one.writeScan(folder);
      one.writeMask(folder);
    }
    return prepare(folder, options(folder));
  }

  /** The same slices without masks: labels from a table. */
  public static Path withLabelsOnly(Path folder) {
    cases().forEach(one -> one.writeScan(folder));
    return prepare(folder, options(folder).withLabels(table(folder, z -> hasSquare(z) ? 1 : 0)));
  }

  /** Masks, and labels from a table: those of the squares in slices 1 and 5, 0 for all else. */
  public static Path withLabels(Path folder, int ofFirst, int ofSecond) {
    for (Case one : cases()) {
      one.writeScan(folder);
      one.writeMask(folder);
    }
    Path table = table(folder, z -> hasSquare(z) ? (z == 1 ? ofFirst : ofSecond) : 0);
    return prepare(folder, options(folder).withLabels(table));
  }

  /** Three labels, of which 1 is that of slice 1 of these patients; all other squares have 2. */
  public static Path withOnesOnlyIn(Path folder, Split split) {
    Set<String> cases = new HashSet<>();
    try (SliceStore store = SliceStore.open(withLabels(folder, 1, 2))) {
      store.slices(split).forEach(slice -> cases.add(slice.caseId()));
    }
    Path table =
        table(folder, (name, z) -> hasSquare(z) ? (z == 1 && cases.contains(name) ? 1 : 2) : 0);
    return prepare(folder, options(folder).withLabels(table).withOverwrite(true));
  }

  private static Path table(Path folder, IntUnaryOperator label) {
    return table(folder, (name, z) -> label.applyAsInt(z));
  }

  private static Path table(Path folder, ToIntBiFunction<String, Integer> label) {
    List<String> lines = new ArrayList<>(List.of("case,slice,label"));
    for (Case one : cases()) {
      for (int z = 0; z < SLICES; z++) {
        lines.add(one.name + "," + z + "," + label.applyAsInt(one.name, z));
      }
    }
    return TinyScans.text(folder.resolve("labels.csv"), lines.toArray(String[]::new));
  }

  private static PrepareOptions options(Path folder) {
    return PrepareOptions.of(folder.resolve("source"), folder.resolve("store"))
        .withRecipe(SliceRecipe.DEFAULT.withSize(SIDE).withAxis(Axis.Z))
        .withSplit(0.8, 1)
        .withWorkers(1);
  }

  private static Path prepare(Path folder, PrepareOptions options) {
    Preparation.run(options, Progress.SILENT);
    return folder.resolve("store");
  }

  private record Case(String name, float[] scan, float[] mask) {
    private static final Geometry GEOMETRY = Geometry.of(SIDE, SIDE, SLICES, 1, 1, 1);

    void writeScan(Path folder) {
      TinyScans.write(file(folder, "flair"), new Volume(GEOMETRY, scan), DataType.INT16);
    }

    void writeMask(Path folder) {
      TinyScans.write(file(folder, "seg"), new Volume(GEOMETRY, mask), DataType.UINT8);
    }

    private Path file(Path folder, String kind) {
      return folder.resolve("source").resolve(name).resolve(name + "_" + kind + ".nii.gz");
    }
  }

  private static List<Case> cases() {
    List<Case> cases = new ArrayList<>();
    for (int id = 0; id < CASES; id++) {
      Random random = new Random(id);
      float[] scan = new float[SIDE * SIDE * SLICES];
      float[] mask = new float[scan.length];
      for (int z = 0; z < SLICES; z++) {
        tissue(scan, z, random);
        if (hasSquare(z)) {
          square(scan, mask, z, random);
        }
      }
      cases.add(new Case("case" + id, scan, mask));
    }
    return cases;
  }

  private static boolean hasSquare(int z) {
    return z % 4 == 1;
  }

  /** Tissue of 100 to 140 within a margin of air. */
  private static void tissue(float[] scan, int z, Random random) {
    for (int y = 1; y < SIDE - 1; y++) {
      for (int x = 1; x < SIDE - 1; x++) {
        scan[x + SIDE * (y + SIDE * z)] = 100 + random.nextInt(40);
      }
    }
  }

  private static void square(float[] scan, float[] mask, int z, Random random) {
    int left = 2 + random.nextInt(SIDE - SQUARE - 4);
    int top = 2 + random.nextInt(SIDE - SQUARE - 4);
    for (int y = top; y < top + SQUARE; y++) {
      for (int x = left; x < left + SQUARE; x++) {
        scan[x + SIDE * (y + SIDE * z)] = 300;
        mask[x + SIDE * (y + SIDE * z)] = 1;
      }
    }
  }
}
