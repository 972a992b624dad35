package io.wisp.tuning;

import io.wisp.BadSetting;

/**
 * How validation slices are drawn.
 *
 * @param cases number of training cases drawn
 * @param slices maximum slices of each label per case, spread evenly over it
 * @param seed of the draw
 */
public record ValidationChoice(int cases, int slices, long seed) {
  public ValidationChoice {
    BadSetting.unless(cases >= 1, "cases", cases, "at least 1");
    BadSetting.unless(slices >= 1, "slices", slices, "at least 1");
  }
}
