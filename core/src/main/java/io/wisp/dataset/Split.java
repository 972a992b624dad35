package io.wisp.dataset;

import io.wisp.UserError;
import java.util.Locale;

/** Which side of the split a patient is on. */
public enum Split {
  TRAIN,
  TEST;

  /** The name in CSV files: {@code train} or {@code test}. */
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The patients of this side, in words. */
  public String patients() {
    return this == TRAIN ? "patients trained on" : "held-out patients";
  }

  /**
   * @param text a name in any letter case
   * @throws UserError if there is no such split
   */
  public static Split parse(String text) {
    for (Split split : values()) {
      if (split.name().equalsIgnoreCase(text.strip())) {
        return split;
      }
    }
    throw new UserError(
        "there is no split called \"%s\": write train or test".formatted(text.strip()));
  }
}
