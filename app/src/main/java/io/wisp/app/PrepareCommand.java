package io.wisp.app;

import io.wisp.UserError;
import io.wisp.dataset.Axis;
import io.wisp.dataset.Layout;
import io.wisp.dataset.SplitChoice;
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
      "SRC is laid out as one of",
      "  brats   <case>/<case>_flair.nii.gz and _seg, or -t2f and -seg (2023);",
      "  chaos   MR/<case>/T2SPIR with DICOM_anon/*.dcm and Ground/*.png;",
      "  tcga    TCGA_*/TCGA_*_N.tif and TCGA_*_N_mask.tif;",
      "  images  training|validation/normal|tumor|seg/*.png, or any other classes.",
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
      "  wisp prepare BraTS2020 store --modality t1,t1ce,t2,flair --object enhancing",
      "  wisp prepare CHAOS/Train_Sets store1 --folds 4 --fold 1 --object liver+spleen",
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
      description =
          "How SRC is laid out: auto, brats, chaos, tcga or images. Default: ${DEFAULT-VALUE}.")
  private Layout layout;

  @Option(
      names = "--modality",
      paramLabel = "NAMES",
      description =
          "Kind of scan; several, parted by commas, become channels. brats: flair (default), t1,"
              + " t1ce, t2. chaos: t2spir (default), t1dual-in, t1dual-out. tcga: flair (default),"
              + " t1, t1ce.")
  private String modality;

  @Option(
      names = "--object",
      paramLabel = "NAMES",
      description =
          "What in the masks is the object, joined by +. chaos: kidneys (default), left-kidney,"
              + " right-kidney, liver, spleen, all. brats: all (default), necrosis, edema,"
              + " enhancing, core. Or values, such as 4 or 55-70.")
  private String object;

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
      names = "--folds",
      paramLabel = "N",
      description = "Cut the patients into N folds instead; each is tested in one of them.")
  private Integer folds;

  @Option(names = "--fold", paramLabel = "K", description = "The fold to test on, 1 to N.")
  private Integer fold;

  @Option(
      names = "--seed",
      defaultValue = "1",
      description = "What the split or the folds are drawn from. Default: ${DEFAULT-VALUE}.")
  private long seed;

  @Option(
      names = "--split-file",
      paramLabel = "FILE",
      description = "CSV with case,split (train or test), instead of drawing a split.")
  private Path splitFile;

  @Option(
      names = "--min-object",
      defaultValue = "0",
      paramLabel = "SHARE",
      converter = ShareConverter.class,
      description =
          "Drop positive test slices whose object covers a smaller share of the slice; the paper"
              + " asks for 5%% (or 0.05) on CHAOS. Default: ${DEFAULT-VALUE}, which drops none.")
  private double minObject;

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
        new SliceRecipe(axis, size, normalization, minContent, modalities()),
        Optional.ofNullable(object),
        split(),
        Optional.ofNullable(labels),
        minObject,
        workers == null ? Runtime.getRuntime().availableProcessors() : workers,
        overwrite);
  }

  private String modalities() {
    return modality == null ? layout.resolve(source).modality() : modality;
  }

  private SplitChoice split() {
    if (folds != null && splitFile != null) {
      throw new UserError("--folds and --split-file exclude one another: give one of them");
    }
    if ((folds == null) != (fold == null)) {
      throw new UserError("--folds N and --fold K go together: --folds 4 --fold 1, say");
    }
    if (folds != null) {
      return new SplitChoice.Fold(folds, fold, seed);
    }
    return splitFile == null
        ? new SplitChoice.Share(trainFraction, seed)
        : new SplitChoice.Given(splitFile);
  }

  private static void print(PrepareSummary summary, PrintWriter out) {
    out.printf(
        "%s: %d cases, %d slices of %d classes, %.1f %% positive%n",
        summary.store(),
        summary.cases(),
        summary.slices(),
        summary.classes(),
        percent(summary.positives(), summary.slices()));
    String names =
        summary.classNames().isEmpty() ? "0, 1, …" : String.join(", ", summary.classNames());
    out.printf("%-6s %6s %8s  slices by label: %s%n", "split", "cases", "slices", names);
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
    print(summary.sizes(), out);
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

  private static void print(PrepareSummary.ObjectSizes sizes, PrintWriter out) {
    if (sizes.positives() > 0) {
      out.printf(
          "The object covers %.3g %% of the slice or more on %d of %d positive test slices; the others %s.%n",
          100 * sizes.threshold(),
          sizes.large(),
          sizes.positives(),
          sizes.dropped() ? "were dropped" : "stay (--min-object drops them)");
    }
  }

  private static double percent(int part, int whole) {
    return 100.0 * part / whole;
  }
}
