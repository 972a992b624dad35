package io.wisp.app;

import io.wisp.UserError;
import io.wisp.dataset.SplitChoice;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** Which patients are trained on, and which are held out; use it as a mixin. */
final class SplitOptions {
  @Option(
      names = "--split",
      defaultValue = "0.9",
      paramLabel = "FRACTION",
      description = "Share of patients to train on. Default: ${DEFAULT-VALUE}.")
  private double trainFraction;

  @Option(
      names = "--folds",
      paramLabel = "N",
      description = "Divide patients into N folds instead; each is tested in one of them.")
  private Integer folds;

  @Option(names = "--fold", paramLabel = "K", description = "The fold to test on, 1 to N.")
  private Integer fold;

  @Option(
      names = "--seed",
      defaultValue = "1",
      paramLabel = "N",
      description = "Seed of the split or the folds. Default: ${DEFAULT-VALUE}.")
  private long seed;

  @Option(
      names = "--split-file",
      paramLabel = "FILE",
      description = "CSV with case,split (train or test), instead of drawing a split.")
  private Path splitFile;

  SplitChoice choice() {
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
}
