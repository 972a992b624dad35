package io.wisp.app;

import io.wisp.Progress;
import io.wisp.dataset.Axis;
import io.wisp.nifti.DataType;
import io.wisp.nifti.NiftiFile;
import io.wisp.slices.Preparation;
import io.wisp.slices.PrepareOptions;
import io.wisp.slices.SliceRecipe;
import io.wisp.volume.Geometry;
import io.wisp.volume.Volume;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Scans of 10 x 10 x 3 voxels in the BraTS layout; the middle slice is marked as a whole. */
final class TinyScans {
  private TinyScans() {}

  static void brats(Path source, String... ids) throws IOException {
    Geometry geometry = Geometry.of(10, 10, 3, 1, 1, 5);
    for (String id : ids) {
      float[] voxels = new float[300];
      float[] mask = new float[300];
      for (int i = 0; i < voxels.length; i++) {
        voxels[i] = i % 7 * 10;
        mask[i] = i / 100 == 1 ? 1 : 0;
      }
      Path place = Files.createDirectories(source.resolve(id));
      NiftiFile.write(
          place.resolve(id + "_flair.nii.gz"), new Volume(geometry, voxels), DataType.INT16);
      NiftiFile.write(
          place.resolve(id + "_seg.nii.gz"), new Volume(geometry, mask), DataType.UINT8);
    }
  }

  /** A store of 16 x 16 slices of three scans. */
  static Path store(Path folder) throws IOException {
    brats(folder.resolve("source"), "a", "b", "c");
    Preparation.run(
        PrepareOptions.of(folder.resolve("source"), folder.resolve("store"))
            .withRecipe(SliceRecipe.DEFAULT.withSize(16).withAxis(Axis.Z))
            .withSplit(0.6, 1)
            .withWorkers(1),
        Progress.SILENT);
    return folder.resolve("store");
  }
}
