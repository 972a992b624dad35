import io.wisp.Progress;
import io.wisp.engine.DeviceChoice;
import io.wisp.engine.Engine;
import io.wisp.engine.PrecisionChoice;
import io.wisp.segmentation.ScanSegmentation;
import io.wisp.segmentation.TrainedModel;
import io.wisp.slices.Preparation;
import io.wisp.slices.PrepareOptions;
import io.wisp.slices.SliceStore;
import io.wisp.training.DiffusionTask;
import io.wisp.training.RunSettings;
import io.wisp.training.StopSignal;
import io.wisp.training.Training;
import io.wisp.volume.DataType;
import io.wisp.volume.Volumes;
import java.nio.file.Path;
import java.util.List;

/** Trains a little on a folder of scans and outlines one: {@code Outline SCANS SCAN OUT}. */
public final class Outline {
  public static void main(String[] arguments) {
    Path out = Path.of(arguments[2]);
    Path prepared = out.resolve("store");
    Path run = out.resolve("run");
    Preparation.run(PrepareOptions.of(Path.of(arguments[0]), prepared), Progress.SILENT);

    Engine engine = Engine.choose(DeviceChoice.AUTO, PrecisionChoice.AUTO);
    var settings = RunSettings.of("small", null, List.of("train.steps=20", "train.batch=4"));
    try (SliceStore store = SliceStore.open(prepared)) {
      Training training = new Training(new DiffusionTask(settings), engine, store, run);
      training.start(Training.NO_LIMIT, new StopSignal(), Progress.SILENT);
    }
    try (TrainedModel model = TrainedModel.open(run, engine, List.of())) {
      var scan = Volumes.read(Path.of(arguments[1]));
      var found = new ScanSegmentation(model).run("scan", scan, Progress.SILENT);
      Volumes.write(out.resolve("mask.nii.gz"), found.mask(), DataType.UINT8);
    }
  }
}
