package io.wisp.tuning;

import io.wisp.UserError;

/**
 * Which slices judge.
 *
 * @param cases how many cases are drawn from those for training
 * @param slices most slices of each label a case, spread evenly over it
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
