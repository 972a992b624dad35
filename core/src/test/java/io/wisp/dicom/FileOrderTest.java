package io.wisp.dicom;

import static org.assertj.core.api.Assertions.assertThat;

import io.wisp.volume.ScanFormat;
import io.wisp.volume.ScanSource;
import io.wisp.volume.Volumes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Whatever files are called and in whichever order they lie: their series are the same. */
class FileOrderTest {
  @Property(tries = 60, edgeCases = EdgeCasesMode.NONE)
  void anyNamesLeaveTheSeriesTheSame(
      @ForAll @IntRange(min = 1, max = 3) int series,
      @ForAll @IntRange(min = 1, max = 3) int times,
      @ForAll @IntRange(min = 2, max = 5) int slices,
      @ForAll boolean brokenUids,
      @ForAll long seed)
      throws IOException {
    Random random = new Random(seed);
    List<DicomBytes> files = files(series, times, slices, brokenUids && times == 1);
    Path folder = Files.createTempDirectory("wisp-file-order");
    List<String> names = new ArrayList<>();
    for (int i = 0; i < files.size(); i++) {
      names.add("x" + i);
    }
    Collections.shuffle(names, random);
    for (int i = 0; i < files.size(); i++) {
      files.get(i).writeTo(folder.resolve(names.get(i)));
    }
    List<ScanSource> found = Volumes.openAll(folder, ScanFormat.Choice.NONE);
    assertThat(found).hasSize(series);
    for (int s = 0; s < series; s++) {
      ScanSource scan = found.get(s);
      assertThat(scan.frames().count()).isEqualTo(times);
      assertThat(scan.geometry().affine()[2]).containsExactly(0, 0, 2 + s, 10 * s);
      for (int t = 0; t < times; t++) {
        float[] voxels = scan.read(t).voxels();
        assertThat(voxels).hasSize(2 * slices);
        for (int z = 0; z < slices; z++) {
          assertThat(voxels[2 * z]).isEqualTo(value(s, t, z));
        }
      }
    }
    for (String name : names) {
      Files.delete(folder.resolve(name));
    }
    Files.delete(folder);
  }

  private static List<DicomBytes> files(int series, int times, int slices, boolean brokenUids) {
    List<DicomBytes> files = new ArrayList<>();
    for (int s = 0; s < series; s++) {
      for (int t = 0; t < times; t++) {
        for (int z = 0; z < slices; z++) {
          files.add(
              DicomBytes.slice(1, 2, 0, 0, 10 * s + (2 + s) * z)
                  .text(0x0020000E, "UI", "1.2." + (brokenUids ? "9." + files.size() : s))
                  .text(0x00200011, "IS", String.valueOf(s + 1))
                  .text(0x00200013, "IS", String.valueOf(1 + t * slices + z))
                  .pixels(value(s, t, z), 0));
        }
      }
    }
    return files;
  }

  private static int value(int series, int time, int slice) {
    return 100 * series + 10 * time + slice;
  }
}
