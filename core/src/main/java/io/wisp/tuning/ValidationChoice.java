package io.wisp.tuning;

import io.wisp.BadSetting;

/**
 * Which slices judge.
 *
 * @param cases how many cases are drawn from those for training
 * @param slices most slices of each label a case, spread evenly over it
 * @param seed of the draw
 */
public record ValidationChoice(int cases, int slices, long seed) {
  public ValidationChoice {
    BadSetting.unless(cases >= 1, "cases", cases, "at least 1");
    BadSetting.unless(slices >= 1, "slices", slices, "at least 1");
  }
}
