package io.wisp.reproduction;

import io.wisp.activation.MapMethod;

/**
 * Two methods compared on the slices that both were scored on.
 *
 * @param slices pairs
 * @param difference mean Dice of the first less that of the second
 * @param p of Wilcoxon's signed-rank test, two-sided
 * @param corrected p after Holm's correction for all comparisons made
 */
public record Comparison(
    MapMethod first, MapMethod second, int slices, double difference, double p, double corrected) {}
