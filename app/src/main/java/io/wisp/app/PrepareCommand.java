package io.wisp.app;

import io.wisp.UserError;
import io.wisp.dataset.Axis;
import io.wisp.dataset.Layout;
import io.wisp.dataset.Layouts;
import io.wisp.slices.Normalization;
import io.wisp.slices.Preparation;
import io.wisp.slices.PrepareOptions;
import io.wisp.slices.PrepareOptions.OnFailure;
import io.wisp.slices.PrepareSummary;
import io.wisp.slices.SliceRecipe;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
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
    modelTransformer = LayoutHelp.Bundle.class,
    header = "Cut volumes into labelled slices, kept in a store to train on.",
    description = {
      "",
      "SRC is laid out as one of",
      "${bundle:forms}",
      "",
      "A slice is positive if its mask marks a pixel. Without masks give --labels.",
      "Patients, not slices, are split between training and testing; STORE/split.csv has the split;"
          + " --split-file reuses it for another store.",
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
final class PrepareCommand implements Callable<Integer> {
  @Parameters(index = "0", paramLabel = "SRC", description = "Folder with the cases.")
  private Path source;

  @Parameters(index = "1", paramLabel = "STORE", description = "Folder to make.")
  private Path store;

  @Option(
      names = "--layout",
      defaultValue = LayoutHelp.AUTO,
      paramLabel = "NAME",
      completionCandidates = LayoutHelp.Names.class,
      description = "How SRC is laid out: ${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
  private String layout;

  @Option(
      names = "--modality",
      paramLabel = "NAMES",
      description =
          "Kind of scan; several, separated by commas, become channels. ${bundle:modalities}")
  private String modality;

  @Option(
      names = "--object",
      paramLabel = "NAMES",
      description =
          "What in the masks is the object, joined by +. ${bundle:objects} Or values, such as 4 or"
              + " 55-70.")
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
          "Array axis to stack slices along: x, y, z, or axial, the one nearest to feet-head by the"
              + " header. Default: ${DEFAULT-VALUE}.")
  private Axis axis;

  @Option(
      names = "--normalization",
      defaultValue = "robust",
      paramLabel = "NAME",
      description =
          "What maps to -1 and 1 in a volume: robust (percentiles 0.5 and 99.5 of the voxels above"
              + " the background) or min_max. Default: ${DEFAULT-VALUE}.")
  private Normalization normalization;

  @Option(
      names = "--min-content",
      defaultValue = "0.05",
      paramLabel = "FRACTION",
      description =
          "Drop slices with a smaller fraction of pixels above the background. Default:"
              + " ${DEFAULT-VALUE}.")
  private double minContent;

  @Option(
      names = "--labels",
      paramLabel = "FILE",
      description =
          "CSV with case,slice,label or case,label; labels are 0 to K-1, or yes and no. Overrides"
              + " the masks.")
  private Path labels;

  @Mixin private ReaderOptions readers;

  @Mixin private FirstSliceOption firstSlice;

  @Option(
      names = "--only-labelled",
      description =
          "Leave out the slices that --labels does not name. Default: each slice must be named.")
  private boolean onlyLabelled;

  @Mixin private SplitOptions split;

  @Option(
      names = "--min-object",
      defaultValue = "0",
      paramLabel = "SHARE",
      converter = ShareConverter.class,
      description =
          "Drop positive test slices whose object covers a smaller share of the slice; the paper"
              + " uses 5%% (or 0.05) on CHAOS. Default: ${DEFAULT-VALUE}, which drops none.")
  private double minObject;

  @Option(
      names = "--workers",
      paramLabel = "N",
      description = "Volumes to process at once (default: one per processor).")
  private Integer workers;

  @Option(names = "--overwrite", description = "Replace STORE if it exists.")
  private boolean overwrite;

  @Mixin private FailFastOption failFast;
  @Mixin private ProgressOption progress;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    PrepareSummary summary = Preparation.run(options(), progress.factory());
    PrepareText.print(summary, out);
    out.flush();
    ScanBatch batch = new ScanBatch(failFast.asked());
    batch.add(summary.cases());
    summary.failures().forEach(one -> batch.fail(one.caseId(), one.error()));
    return batch.finish(spec.commandLine().getErr());
  }

  private PrepareOptions options() {
    if (onlyLabelled && labels == null) {
      throw new UserError("--only-labelled goes with a file of labels: give it by --labels.");
    }
    Optional<Layout> asked =
        layout.equalsIgnoreCase(LayoutHelp.AUTO)
            ? Optional.empty()
            : Optional.of(Layouts.named(layout));
    String usual = asked.orElseGet(() -> Layouts.of(source)).modalities().get(0);
    return new PrepareOptions(
        source,
        store,
        asked,
        new SliceRecipe(axis, size, normalization, minContent, modality == null ? usual : modality),
        readers.reader(),
        Optional.ofNullable(object),
        split.choice(),
        Optional.ofNullable(labels),
        firstSlice.value(),
        onlyLabelled,
        minObject,
        workers == null ? Runtime.getRuntime().availableProcessors() : workers,
        overwrite,
        failFast.asked() ? OnFailure.STOP : OnFailure.GO_ON);
  }
}
