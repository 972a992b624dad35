package io.wisp.training;

/**
 * How well a classifier classifies slices at one noise level.
 *
 * @param timestep t, to which the slices were noised
 * @param accuracy share of slices classified correctly, in [0, 1]
 * @param balancedAccuracy mean of that share over the classes; 1/K by chance
 * @param auroc area under the ROC curve, each class against the rest, averaged; 0.5 by chance, NaN
 *     if all slices are of one class
 * @param slices number of slices
 */
public record NoiseLevelScore(
    int timestep, double accuracy, double balancedAccuracy, double auroc, int slices) {}
