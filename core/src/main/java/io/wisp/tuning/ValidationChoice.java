package io.wisp.tuning;

import io.wisp.UserError;

/**
 * How validation slices are drawn.
 *
 * @param cases number of training cases drawn
 * @param slices maximum slices of each label per case, spread evenly over it
 * @param seed of the draw
 */
public record ValidationChoice(int cases, int slices, long seed) {
  public ValidationChoice {
    check(cases, "--cases");
    check(slices, "--slices");
  }

  private static void check(int value, String option) {
    if (value < 1) {
      throw new UserError("%s is %s, but must be at least 1.".formatted(option, value));
    }
  }
}
