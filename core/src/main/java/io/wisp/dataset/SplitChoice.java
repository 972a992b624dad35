package io.wisp.dataset;

import io.wisp.UserError;
import java.nio.file.Path;

/** How patients are put on the two sides of a split. */
public sealed interface SplitChoice {
  /**
   * A share of the patients for training, drawn by a seed. Folders that tell a split go before it.
   *
   * @param train in [0, 1]
   */
  record Share(double train, long seed) implements SplitChoice {
    public Share {
      if (!(train >= 0 && train <= 1)) {
        throw new UserError(
            "the share of patients to train on is %s, but must be from 0 to 1".formatted(train));
      }
    }
  }

  /**
   * One of several folds, drawn by a seed: each patient is for testing in exactly one of them.
   *
   * @param count how many folds there are, at least 2
   * @param test the fold to test on, 1 to count
   */
  record Fold(int count, int test, long seed) implements SplitChoice {
    public Fold {
      if (count < 2) {
        throw new UserError("%s folds are no split: ask for 2 or more".formatted(count));
      }
      if (test < 1 || test > count) {
        throw new UserError(
            "there is no fold %s: of %s folds choose 1 to %s".formatted(test, count, count));
      }
    }
  }

  /** A file with {@code case,split}. */
  record Given(Path file) implements SplitChoice {}
}
