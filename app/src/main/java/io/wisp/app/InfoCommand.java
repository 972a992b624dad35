package io.wisp.app;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.wisp.UserError;
import io.wisp.volume.ScanFormat;
import io.wisp.volume.ScanSource;
import io.wisp.volume.VolumeInfo;
import io.wisp.volume.Volumes;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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
          + " the error. For DICOM, \"dicom\" has more. Exit code 2 if any scan cannot be read."
    })
public final class InfoCommand implements Callable<Integer> {
  private static final int UNREADABLE = 2;

  @Parameters(
      index = "0",
      paramLabel = "FILE|FOLDER",
      description = "A scan, or a folder to search for scans or DICOM series.")
  private Path source;

  @Option(names = "--json", description = "Print JSON instead of a table.")
  private boolean json;

  @Mixin private SeriesOptions series;
  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws JsonProcessingException {
    ScanFormat.Choice choice = series.choice();
    if (Files.isDirectory(source)) {
      return describeFolder(choice);
    }
    List<ScanSource> all = Volumes.openAll(source, choice);
    if (all.size() > 1) {
      return describe(ScanEntry.of(source.toAbsolutePath().getParent(), all));
    }
    describe(all.get(0).info());
    return 0;
  }

  private int describeFolder(ScanFormat.Choice choice) throws JsonProcessingException {
    List<Path> scans = Volumes.find(source);
    if (scans.isEmpty()) {
      throw new UserError(
          "%s holds no scans, that is, none that is %s.".formatted(source, Volumes.formats()));
    }
    List<ScanEntry> entries = ScanEntry.of(source, scans, choice);
    if (scans.equals(List.of(source)) && entries.size() == 1 && entries.get(0).ok()) {
      describe(entries.get(0).info());
      return 0;
    }
    return describe(entries);
  }

  private void describe(VolumeInfo info) throws JsonProcessingException {
    out().println(json ? InfoJson.of(info) : InfoTable.of(info));
  }

  private int describe(List<ScanEntry> entries) throws JsonProcessingException {
    out().println(json ? InfoJson.of(entries) : InfoTable.of(entries));
    return entries.stream().allMatch(ScanEntry::ok) ? 0 : UNREADABLE;
  }

  private PrintWriter out() {
    return spec.commandLine().getOut();
  }
}
