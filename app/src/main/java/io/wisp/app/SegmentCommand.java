package io.wisp.app;

import io.wisp.Progress;
import io.wisp.UserError;
import io.wisp.activation.MapMethod;
import io.wisp.engine.Engine;
import io.wisp.evaluation.ScanSegmentation;
import io.wisp.evaluation.SegmentationFiles;
import io.wisp.evaluation.SegmentationRecord;
import io.wisp.evaluation.SegmentedScan;
import io.wisp.evaluation.Setting;
import io.wisp.evaluation.TrainedModel;
import io.wisp.slices.LabelFile;
import io.wisp.volume.Volume;
import io.wisp.volume.Volumes;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
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
    description = {
      "Outlines the object in new scans with a trained model.",
      "",
      "For each scan DIR will hold NAME_mask.nii.gz and NAME_map.nii.gz on the scan's own grid,"
          + " NAME_montage.png to look at, and NAME.json with everything needed to repeat it.",
      "",
      "Without --labels every slice is looked at, and one threshold is taken for the whole scan, so"
          + " that slices may stay empty. With --labels only slices labelled 1 are outlined, each by"
          + " itself.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  wisp segment --model run patient7_flair.nii.gz --out masks",
      "  wisp segment --model run BraTS/ --out masks --labels labels.csv",
      "  wisp segment --model run --classifier classifier BraTS/ --out masks --method cg-cdm"
    })
final class SegmentCommand implements Callable<Integer> {
  private static final Pattern EXTENSION = Pattern.compile("\\.(nii|hdr|img)(\\.gz)?$");
  private static final Pattern MODALITY =
      Pattern.compile("[_-](flair|t2f|t1|t1n|t1ce|t1c|t2|t2w)$");
  private static final Pattern OTHER = Pattern.compile("[_-](seg|mask|map)$");

  @Parameters(
      paramLabel = "SCAN",
      arity = "1..*",
      description = "NIfTI files, or folders in which those of the model's modality are taken.")
  private List<Path> scans;

  @Mixin private ModelOptions models;
  @Mixin private OutputOptions output;

  @Option(
      names = "--method",
      defaultValue = "cdm",
      paramLabel = "NAME",
      converter = MethodConverter.class,
      completionCandidates = MethodConverter.Names.class,
      description = "How maps are made: ${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
  private MapMethod method;

  @Option(
      names = "--labels",
      paramLabel = "CSV",
      description = "Which slices hold the object: case,slice,label (or case,label).")
  private Path labels;

  @Mixin private EngineOption engineOption;
  @Mixin private ProgressOption progress;
  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    PrintWriter screen = spec.commandLine().getOut();
    Engine engine = engineOption.engine();
    screen.println("Computing on " + engine.reason());
    try (TrainedModel model = models.open(engine, List.of(method))) {
      Map<String, Path> files = named(model.folder().sliceRecipe().modality());
      LabelFile known = labels == null ? null : LabelFile.read(labels);
      SegmentationFiles target = new SegmentationFiles(output.folder(), output.overwrite());
      files.keySet().forEach(target::check);
      Setting setting = Setting.of(method, model.settings());
      for (Map.Entry<String, Path> entry : files.entrySet()) {
        segment(model, setting, entry.getKey(), entry.getValue(), known, target, screen);
      }
    }
    return 0;
  }

  private void segment(
      TrainedModel model,
      Setting setting,
      String name,
      Path file,
      LabelFile known,
      SegmentationFiles target,
      PrintWriter screen) {
    long start = System.nanoTime();
    Volume scan = Volumes.read(file);
    Progress.Factory bars = progress.factory();
    ScanSegmentation segmentation = new ScanSegmentation(model, setting);
    SegmentedScan result =
        known == null
            ? segmentation.run(name, scan, bars)
            : segmentation.run(name, scan, slice -> known.label(name, slice) > 0, bars);
    double seconds = (System.nanoTime() - start) * 1e-9;
    target.write(
        name,
        result,
        SegmentationRecord.of(
            model,
            setting,
            file.toString(),
            name,
            labels == null ? null : labels.toString(),
            result,
            seconds));
    screen.printf(
        "%s: %,d voxels in the mask, %d slices, %.1f s%n",
        name, result.maskVoxels(), result.slices().size(), seconds);
  }

  /** The scans by their names: file names without extension and modality. */
  private Map<String, Path> named(String modality) {
    Map<String, Path> files = new LinkedHashMap<>();
    for (Path file : expanded(modality)) {
      String stem = EXTENSION.matcher(file.getFileName().toString()).replaceFirst("");
      String name = MODALITY.matcher(stem).replaceFirst("");
      Path twin = files.put(name, file);
      if (twin != null) {
        throw new UserError(
            "%s and %s would both be written as %s: segment them into different folders."
                .formatted(twin, file, name));
      }
    }
    return files;
  }

  private List<Path> expanded(String modality) {
    List<Path> files = new ArrayList<>();
    for (Path scan : scans) {
      if (!Files.isDirectory(scan)) {
        files.add(scan);
        continue;
      }
      List<Path> all =
          Volumes.find(scan).stream().filter(file -> !OTHER.matcher(stem(file)).find()).toList();
      List<Path> wanted =
          all.stream().filter(file -> stem(file).matches(".*[_-]" + modalities(modality))).toList();
      List<Path> chosen = wanted.isEmpty() ? all : wanted;
      if (chosen.isEmpty()) {
        throw new UserError("The folder " + scan + " holds no NIfTI scan.");
      }
      files.addAll(chosen);
    }
    return files;
  }

  private static String modalities(String modality) {
    return modality.equals("flair") ? "(flair|t2f)" : modality;
  }

  private static String stem(Path file) {
    return EXTENSION.matcher(file.getFileName().toString()).replaceFirst("");
  }
}
