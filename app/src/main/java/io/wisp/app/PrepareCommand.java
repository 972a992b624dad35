package io.wisp.app;

import io.wisp.slices.Axis;
import io.wisp.slices.Layout;
import io.wisp.slices.Normalization;
import io.wisp.slices.Preparation;
import io.wisp.slices.PrepareOptions;
import io.wisp.slices.PrepareSummary;
import io.wisp.slices.SliceRecipe;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code wisp prepare}: volumes in, a store of labelled slices out. */
@Command(
    name = "prepare",
    sortOptions = false,
    header = "Cut volumes into labelled slices, kept in a store to train on.",
    description = {
      "",
      "SRC holds a folder per case with <case>_flair.nii.gz and <case>_seg.nii.gz (or the names of"
          + " BraTS 2023, <case>-t2f.nii.gz and <case>-seg.nii.gz), possibly within folders such as"
          + " HGG and LGG; or pictures in training|validation/normal|tumor|seg.",
      "",
      "A slice is positive if its mask marks a pixel. Without masks give --labels.",
      "Patients, not slices, are split between training and testing; STORE/split.csv keeps the"
          + " split and can be given back with --split-file.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  wisp prepare BraTS2020 store --size 64",
      "  wisp prepare scans store --labels labels.csv --split-file split.csv",
      "In Python: numpy.load(\"store/images.npy\", mmap_mode=\"r\")"
    })
final class PrepareCommand implements Runnable {
  @Parameters(index = "0", paramLabel = "SRC", description = "Folder with the cases.")
  private Path source;

  @Parameters(index = "1", paramLabel = "STORE", description = "Folder to make.")
  private Path store;

  @Option(
      names = "--layout",
      defaultValue = "auto",
      paramLabel = "NAME",
      description = "How SRC is laid out: auto, brats or images. Default: ${DEFAULT-VALUE}.")
  private Layout layout;

  @Option(
      names = "--modality",
      defaultValue = "flair",
      paramLabel = "NAME",
      description =
          "Kind of scan, as in the files' names: flair, t1, t1ce, t2. Default: ${DEFAULT-VALUE}.")
  private String modality;

  @Option(
      names = "--size",
      defaultValue = "64",
      paramLabel = "PIXELS",
      description = "Rows and columns of the model's images. Default: ${DEFAULT-VALUE}.")
  private int size;

  @Option(
      names = "--axis",
      defaultValue = "axial",
      paramLabel = "NAME",
      description =
          "Array axis to stack slices along: x, y, z, or axial, which is the one nearest to"
              + " feet-head by the header. Default: ${DEFAULT-VALUE}.")
  private Axis axis;

  @Option(
      names = "--normalization",
      defaultValue = "robust",
      paramLabel = "NAME",
      description =
          "What becomes -1 and 1 in a volume: robust (percentiles 0.5 and 99.5 of the voxels above"
              + " the background) or min_max. Default: ${DEFAULT-VALUE}.")
  private Normalization normalization;

  @Option(
      names = "--min-content",
      defaultValue = "0.05",
      paramLabel = "FRACTION",
      description =
          "Drop slices with a smaller fraction of pixels above the background. Default: ${DEFAULT-VALUE}.")
  private double minContent;

  @Option(
      names = "--labels",
      paramLabel = "FILE",
      description =
          "CSV with case,slice,label or case,label; slices count from 0, labels are 0 to K-1."
              + " Goes before the masks.")
  private Path labels;

  @Option(
      names = "--split",
      defaultValue = "0.9",
      paramLabel = "FRACTION",
      description = "Share of the patients to train on. Default: ${DEFAULT-VALUE}.")
  private double trainFraction;

  @Option(
      names = "--seed",
      defaultValue = "1",
      description = "What the split is drawn from. Default: ${DEFAULT-VALUE}.")
  private long seed;

  @Option(
      names = "--split-file",
      paramLabel = "FILE",
      description = "CSV with case,split (train or test), instead of drawing a split.")
  private Path splitFile;

  @Option(
      names = "--workers",
      paramLabel = "N",
      description = "Volumes to work on at once (default: one per processor).")
  private Integer workers;

  @Option(names = "--overwrite", description = "Replace STORE if it is there.")
  private boolean overwrite;

  @Mixin private ProgressOption progress;

  @Spec private CommandSpec spec;

  @Override
  public void run() {
    PrintWriter out = spec.commandLine().getOut();
    print(Preparation.run(options(), progress.factory()), out);
    out.flush();
  }

  private PrepareOptions options() {
    return new PrepareOptions(
        source,
        store,
        layout,
        new SliceRecipe(axis, size, normalization, minContent, modality),
        trainFraction,
        seed,
        Optional.ofNullable(labels),
        Optional.ofNullable(splitFile),
        workers == null ? Runtime.getRuntime().availableProcessors() : workers,
        overwrite);
  }

  private static void print(PrepareSummary summary, PrintWriter out) {
    out.printf(
        "%s: %d cases, %d slices of %d classes, %.1f %% positive%n",
        summary.store(),
        summary.cases(),
        summary.slices(),
        summary.classes(),
        percent(summary.positives(), summary.slices()));
    out.printf("%-6s %6s %8s  %s%n", "split", "cases", "slices", "slices by label 0, 1, …");
    for (PrepareSummary.Side side : summary.splits()) {
      out.printf(
          "%-6s %6d %8d  %s%n",
          side.split().text(),
          side.cases(),
          side.slices(),
          String.join("  ", side.labels().stream().map(String::valueOf).toList()));
    }
    out.printf(
        "%d slices without content were dropped, %d of them positive.%n",
        summary.dropped(), summary.droppedPositives());
    if (summary.vanished() > 0) {
      out.printf(
          "%d slices stay positive although their mask vanishes at this size.%n",
          summary.vanished());
    }
    out.printf(
        "%s Look at %s%n",
        summary.masks() ? "Masks are kept." : "No masks are kept: not every case has one.",
        summary.store().resolve("contact-sheet.png"));
  }

  private static double percent(int part, int whole) {
    return 100.0 * part / whole;
  }
}
