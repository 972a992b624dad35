package io.wisp.app;

import io.wisp.phantom.Phantom;
import io.wisp.phantom.PhantomFolder;
import io.wisp.phantom.PhantomFolder.Existing;
import io.wisp.phantom.PhantomGrid;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Writes phantom scans. */
@Command(
    name = "phantom",
    header = "Make phantom brain scans, some with lesions, to try Wisp without patient data.",
    description = {
      "",
      "Writes OUT/<case>/<case>_flair.nii.gz and OUT/<case>/<case>_seg.nii.gz (the layout of"
          + " BraTS). The scans look like axial FLAIR; heads, scanners and lesions differ from case"
          + " to case, and about one head in six is healthy. The same seed gives the same scans,"
          + " whatever their number.",
      ""
    },
    footer = {"", "Example: wisp phantom scans --cases 24 --seed 7"})
final class PhantomCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "OUT", description = "Folder to write to; new or empty.")
  private Path out;

  @Option(
      names = "--cases",
      defaultValue = "24",
      description = "Number of patients. Default: ${DEFAULT-VALUE}.")
  private int cases;

  @Option(
      names = "--seed",
      defaultValue = "7",
      description = "Seed of all randomness. Default: ${DEFAULT-VALUE}.")
  private long seed;

  @Option(
      names = "--size",
      defaultValue = "96",
      description =
          "Rows and columns of a slice, 32 to 512; the field of view stays 192 mm. Default:"
              + " ${DEFAULT-VALUE}.")
  private int size;

  @Option(
      names = "--slices",
      defaultValue = "28",
      description = "Slices per scan, 4 to 280, over 140 mm. Default: ${DEFAULT-VALUE}.")
  private int slices;

  @Option(names = "--overwrite", description = "Write even if OUT is not empty; replace cases.")
  private boolean overwrite;

  @Mixin private ProgressOption progress;

  @Override
  public void run() {
    Phantom phantom = new Phantom(seed, new PhantomGrid(size, slices));
    Existing existing = overwrite ? Existing.REPLACE : Existing.REFUSE;
    new PhantomFolder(out, existing).write(phantom, cases, progress.factory());
    spec.commandLine().getOut().println(cases + " phantom scans are in " + out);
  }
}
