package io.wisp.ablation;

import io.wisp.activation.MapMethod;
import io.wisp.base.SettingsTree;
import io.wisp.dataset.Split;
import io.wisp.reproduction.ReproductionPlan;
import io.wisp.segmentation.TrainedModel;
import io.wisp.slices.SliceStore;
import io.wisp.slices.StoreRecipe;
import io.wisp.training.RunFolder;
import io.wisp.training.RunSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * Everything that determines a row's result, so that a stored one serves this row only.
 *
 * @param networks those that the row's method asks
 */
record RowOrigin(
    MapMethod method, RunSettings settings, List<String> networks, StoreRecipe store, Split split) {

  static RowOrigin of(PlannedRow row, TrainedModel model, SliceStore store, Split split) {
    return new RowOrigin(
        row.method(),
        row.settings(),
        model.folders().stream()
            .filter(run -> ReproductionPlan.kinds(row.method()).contains(run.kind()))
            .map(RowOrigin::weights)
            .toList(),
        store.storeRecipe(),
        split);
  }

  /** A run that was trained further has other weights. */
  private static String weights(RunFolder run) {
    try {
      return run.path().toAbsolutePath().normalize()
          + " of "
          + Files.getLastModifiedTime(run.weights()).toMillis();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The same text for the same origin, another for any other. */
  String digest() {
    try {
      byte[] all = SettingsTree.toYaml(this).getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(all));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
