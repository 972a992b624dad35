package io.wisp.app;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.wisp.UserError;
import io.wisp.dataset.SourceFolder.LeftOut;
import io.wisp.volume.ScanFormat;
import io.wisp.volume.ScanSource;
import io.wisp.volume.VolumeInfo;
import io.wisp.volume.Volumes;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code wisp info}: what is in a scan, or in all scans of a folder. */
@Command(
    name = "info",
    description = {
      "Describes a scan: shape, voxel size, position in space, type and range of its values.",
      "",
      "Reads NIfTI-1 and -2: .nii, .nii.gz, and pairs of .hdr and .img; and DICOM: a file, or a"
          + " folder whose files form one series or more. All frames count; NaN voxels do not."
    },
    footer = {
      "",
      "Examples:",
      "  wisp info patient_007_flair.nii.gz",
      "  wisp info scans/ --json > scans.json",
      "  wisp info patient_007/DICOM/",
      "",
      "With --json a file gives one object: shape, zooms, affine, axcodes, dtype, sum, min, max,"
          + " first (the voxel at 0,0,0), mid (the voxel at shape / 2) and frames (the 3-D frames of"
          + " the file; if the file tells what they are, also frame_meaning). A folder gives one such"
          + " object per scan, by its path in the folder, with \"ok\": true, or \"ok\": false and"
          + " the error; files that are no scans have \"ok\": false and \"left_out\", why. For DICOM,"
          + " \"dicom\" has more. Exit code 2 if no scan can be read, 3 if some cannot."
    })
public final class InfoCommand implements Callable<Integer> {
  @Parameters(
      index = "0",
      paramLabel = "FILE|FOLDER",
      description = "A scan, or a folder to search for scans or DICOM series.")
  private Path source;

  @Option(names = "--json", description = "Print JSON instead of a table.")
  private boolean json;

  @Mixin private SeriesOptions series;
  @Mixin private FailFastOption failFast;
  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws JsonProcessingException {
    ScanFormat.Choice choice = series.choice();
    if (Files.isDirectory(source)) {
      return describeFolder(choice);
    }
    List<ScanSource> all = Volumes.openAll(source, choice);
    if (all.size() == 1) {
      VolumeInfo info = all.get(0).info();
      out().println(json ? InfoJson.of(info, List.of()) : InfoTable.of(info));
      return 0;
    }
    ScanBatch batch = new ScanBatch(failFast.asked());
    List<ScanEntry> entries =
        counted(ScanEntry.of(source.toAbsolutePath().getParent(), all), batch);
    out().println(json ? InfoJson.of(entries, List.of()) : InfoTable.of(entries));
    return batch.finish(spec.commandLine().getErr());
  }

  private int describeFolder(ScanFormat.Choice choice) throws JsonProcessingException {
    List<Path> scans = Volumes.find(source);
    if (scans.isEmpty()) {
      throw new UserError(
          "%s holds no scans, that is, none that is %s.".formatted(source, Volumes.formats()));
    }
    ScanBatch batch = new ScanBatch(failFast.asked());
    List<ScanEntry> entries = new ArrayList<>();
    int together = failFast.asked() ? 1 : scans.size();
    for (int i = 0; i < scans.size(); i += together) {
      entries.addAll(counted(ScanEntry.of(source, scans.subList(i, i + together), choice), batch));
    }
    List<LeftOut> leftOut = leftOut(entries);
    ScanEntry first = entries.get(0);
    if (!json && entries.size() == 1 && !first.ok()) {
      LeftOutText.printAll(leftOut, out());
      throw first.error();
    }
    if (scans.equals(List.of(source)) && entries.size() == 1 && first.ok()) {
      out().println(json ? InfoJson.of(first.info(), leftOut) : InfoTable.of(first.info()));
    } else {
      out().println(json ? InfoJson.of(entries, leftOut) : InfoTable.of(entries));
    }
    if (!json) {
      LeftOutText.printAll(leftOut, out());
    }
    return batch.finish(spec.commandLine().getErr());
  }

  private static List<ScanEntry> counted(List<ScanEntry> entries, ScanBatch batch) {
    for (ScanEntry entry : entries) {
      if (entry.ok()) {
        batch.add(1);
      } else {
        batch.fail(entry.name(), entry.error());
      }
    }
    return entries;
  }

  private List<LeftOut> leftOut(List<ScanEntry> entries) {
    Set<Path> used = new HashSet<>();
    entries.forEach(entry -> used.addAll(entry.files()));
    return LeftOut.in(source, used);
  }

  private PrintWriter out() {
    return spec.commandLine().getOut();
  }
}
