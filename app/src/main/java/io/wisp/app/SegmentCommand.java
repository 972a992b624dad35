package io.wisp.app;

import io.wisp.Progress;
import io.wisp.UserError;
import io.wisp.activation.MapMethod;
import io.wisp.base.FolderLock;
import io.wisp.dataset.LabelFile;
import io.wisp.dataset.NamedScan;
import io.wisp.dataset.Plane;
import io.wisp.dataset.ScanReader;
import io.wisp.engine.Engine;
import io.wisp.segmentation.ConfidenceSheet;
import io.wisp.segmentation.OutlineRecipe;
import io.wisp.segmentation.ScanSegmentation;
import io.wisp.segmentation.SegmentationFiles;
import io.wisp.segmentation.SegmentationFiles.Extent;
import io.wisp.segmentation.SegmentationRecord;
import io.wisp.segmentation.SegmentedScan;
import io.wisp.segmentation.TrainedModel;
import io.wisp.slices.SliceRecipe;
import io.wisp.volume.ScanFormat;
import io.wisp.volume.ScanSource;
import io.wisp.volume.Volume;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code wisp segment}: new scans in, masks out. */
@Command(
    name = "segment",
    sortOptions = false,
    modelTransformer = FormatOption.OnlyWithChoice.class,
    description = {
      "Outlines the object in new scans with a trained model.",
      "",
      "For each scan DIR will hold NAME_mask.nii.gz and NAME_map.nii.gz on the scan's own grid,"
          + " NAME_montage.png for viewing, and NAME.json with everything needed to repeat it; and"
          + " confidence.csv, the scans to check first on top; left-out.csv lists the files of"
          + " folders that were not used, if there are any.",
      "",
      "Without --labels the model processes every slice, with one threshold for the whole scan, so"
          + " that slices can stay empty; with --classify only those in which a classifier sees the"
          + " object, which is far better. With --labels it outlines the slices labelled 1 (or the"
          + " label of contrast.present), each on its own.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  wisp segment --model run patient7_flair.nii.gz --out masks",
      "  wisp segment --model run BraTS/ --out masks --labels labels.csv",
      "  wisp segment --model run --classifier classifier BraTS/ --out masks --classify",
      "  wisp segment --model run --classifier classifier BraTS/ --out masks --method cg-cdm",
      "  wisp segment --student student patient7_flair.nii.gz --out masks",
      "  wisp segment --model run CHAOS/Test_Sets/MR --out masks",
      "  wisp segment --model run patient7_flair.nii.gz --out masks --as-published",
      "  wisp segment --model run BraTS/ --out masks --confidence"
    })
final class SegmentCommand implements Callable<Integer> {
  @Parameters(
      paramLabel = "SCAN",
      arity = "1..*",
      description =
          "NIfTI files, DICOM folders, or folders to search for scans of the model's modality.")
  private List<Path> scans;

  @Mixin private ModelOptions models;
  @Mixin private OutputOptions output;

  @Option(
      names = "--method",
      paramLabel = "NAME",
      converter = MethodConverter.class,
      completionCandidates = MethodConverter.Names.class,
      description =
          "Method: ${COMPLETION-CANDIDATES}. Default: the first of these whose runs are given, such"
              + " as cdm with --model.")
  private MapMethod asked;

  @Option(
      names = "--labels",
      paramLabel = "CSV",
      description = "Slices that contain the object: case,slice,label (or case,label).")
  private Path labels;

  @Mixin private FirstSliceOption firstSlice;

  @Option(
      names = "--classify",
      description =
          "Outline only slices in which the classifier of --classifier sees the object. The others"
              + " stay empty.")
  private boolean classify;

  @Option(
      names = "--confidence",
      description =
          "Also write NAME_confidence.nii.gz: how likely each voxel is correct, from 0 to 1; 0 in"
              + " slices that were not processed.")
  private boolean confidence;

  @Mixin private ReaderOptions readers;
  @Mixin private FormatOption format;
  @Mixin private FailFastOption failFast;
  @Mixin private EngineOption engineOption;
  @Mixin private ProgressOption progress;
  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    try (FolderLock lock = output.lock()) {
      return segmentAll();
    }
  }

  private int segmentAll() {
    PrintWriter screen = spec.commandLine().getOut();
    if (classify && labels != null) {
      throw new UserError(
          "--labels and --classify both say which slices hold the object: give one of them.");
    }
    MapMethod method = models.methods(asked == null ? List.of() : List.of(asked)).get(0);
    Engine engine = engineOption.engine();
    try (TrainedModel model = models.open(engine, List.of(method), SliceRecipe.DEFAULT)) {
      screen.println("Computing on " + model.engine().reason());
      model.method(method); // what it lacks is told before any scan is read
      List<String> modalities = model.sliceRecipe().modalities();
      NamedScan.Found found = NamedScan.find(scans, modalities);
      List<NamedScan> chosen = chosen(found);
      if (classify) {
        model.presence(); // a missing classifier is told before any scan is read
      }
      LabelFile known = labels == null ? null : labelsOf(chosen);
      SegmentationFiles target =
          new SegmentationFiles(
              output.folder(),
              output.overwrite(),
              confidence ? Extent.WITH_CONFIDENCE : Extent.MASK_AND_MAP,
              format.format());
      chosen.forEach(scan -> target.check(scan.name()));
      target.checkSheet();
      OutlineRecipe recipe = OutlineRecipe.of(method, model.settings());
      List<ConfidenceSheet.Line> lines = new ArrayList<>();
      ScanBatch batch = new ScanBatch(failFast.asked() || chosen.size() == 1);
      LeftOutSheet leftOut = new LeftOutSheet(output.folder(), found);
      if (labels != null) {
        leftOut.use(labels);
      }
      for (NamedScan scan : chosen) {
        Runnable work =
            () -> {
              try {
                lines.add(segment(model, recipe, scan, known, target, leftOut, screen));
              } catch (UserError e) {
                throw target.withOlderMask(scan.name(), e);
              }
            };
        batch.run(scan.name(), work).ifPresent(error -> leftOut.fail(scan, error));
      }
      if (!lines.isEmpty()) {
        screen.println("Look first at " + ConfidenceText.of(new ConfidenceSheet(lines)));
        screen.println("All scans of the folder: " + target.sheet());
      }
      leftOut.write(screen);
      return batch.finish(spec.commandLine().getErr());
    }
  }

  private List<NamedScan> chosen(NamedScan.Found found) {
    ScanFormat.Choice series = readers.reader().choice();
    return series.isAll()
        ? found.scans().stream().flatMap(scan -> scan.bySeries(series).stream()).toList()
        : found.scans();
  }

  private LabelFile labelsOf(List<NamedScan> chosen) {
    Set<String> names = chosen.stream().map(NamedScan::name).collect(Collectors.toSet());
    return LabelFile.read(labels, firstSlice.value()).of(names);
  }

  private ConfidenceSheet.Line segment(
      TrainedModel model,
      OutlineRecipe recipe,
      NamedScan named,
      LabelFile known,
      SegmentationFiles target,
      LeftOutSheet leftOut,
      PrintWriter screen) {
    long start = System.nanoTime();
    String name = named.name();
    ScanReader reader = named.own(readers.reader());
    List<String> modalities = model.sliceRecipe().modalities();
    List<Volume> channels = named.read(modalities, reader);
    leftOut.use(named, channels);
    named
        .ofAnotherKind(modalities)
        .forEach(
            file ->
                screen.printf(
                    "Note: by its name %s is no %s scan.%n", file, String.join(", ", modalities)));
    if (known != null) {
      known.checkCounted(name, channels.get(0).source().flatMap(ScanSource::resampled));
      known.checkSlices(
          name, Plane.of(model.sliceRecipe().axis(), channels.get(0).geometry()).places());
    }
    ScanSegmentation segmentation = new ScanSegmentation(model, recipe);
    SegmentedScan result = segmented(segmentation, recipe, name, channels, known);
    double seconds = (System.nanoTime() - start) * 1e-9;
    target.write(
        name,
        result,
        SegmentationRecord.of(
            model,
            recipe,
            named.channels().stream().map(Path::toString).collect(Collectors.joining(", ")),
            name,
            reader,
            classify ? "classifier" : labels == null ? null : labels.toString(),
            result,
            seconds));
    screen.printf(
        Locale.ROOT,
        "%s: %,d voxels in the mask, %d slices, confidence %.2f, %.1f s%n",
        name,
        result.maskVoxels(),
        result.slices().size(),
        result.confidence().value(),
        seconds);
    return new ConfidenceSheet.Line(name, result.confidence());
  }

  private SegmentedScan segmented(
      ScanSegmentation segmentation,
      OutlineRecipe recipe,
      String name,
      List<Volume> channels,
      LabelFile known) {
    Progress.Factory bars = progress.factory();
    if (classify) {
      return segmentation.runClassified(name, channels, bars);
    }
    if (known == null) {
      return segmentation.run(name, channels, bars);
    }
    int wanted = recipe.maps().contrast().present();
    return segmentation.run(name, channels, slice -> known.label(name, slice) == wanted, bars);
  }
}
