package io.wisp.report;

/**
 * The score of one slice.
 *
 * @param name case and slice
 * @param dice Dice, in [0, 1]; NaN if undefined (left out of the charts)
 * @param objectSize size of the true object, in the section's unit; 0 if there is none
 */
public record ScoredSlice(String name, double dice, double objectSize) {}
