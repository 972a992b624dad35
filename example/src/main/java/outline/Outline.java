package outline;

import io.wisp.api.Model;
import io.wisp.api.Store;
import io.wisp.volume.Volumes;
import java.nio.file.Path;

/** Trains a little on a folder of scans and outlines one: {@code Outline SCANS SCAN OUT}. */
public final class Outline {
  public static void main(String[] arguments) {
    Path out = Path.of(arguments[2]);
    Store store = Store.of(Path.of(arguments[0])).size(64).make(out.resolve("store"));
    Path run = out.resolve("run");
    Model.training(store).preset("small").set("train.steps=20").set("train.batch=4").run(run);
    try (Model model = Model.open(run)) {
      var scan = Volumes.read(Path.of(arguments[1]));
      model.outline("scan", scan).writeMask(out.resolve("mask.nii.gz"));
    }
  }
}
