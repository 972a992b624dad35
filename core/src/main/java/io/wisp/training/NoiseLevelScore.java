package io.wisp.training;

/**
 * How well a classifier tells slices apart at one noise level.
 *
 * @param timestep t, to which the slices were noised
 * @param accuracy share of slices whose likeliest class is theirs, in [0, 1]
 * @param balancedAccuracy mean over the classes of that share; 1/K by chance
 * @param auroc area under the ROC curve, each class against the rest, averaged; 0.5 by chance, NaN
 *     if all slices are of one class
 * @param slices how many
 */
public record NoiseLevelScore(
    int timestep, double accuracy, double balancedAccuracy, double auroc, int slices) {}
