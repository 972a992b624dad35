package io.wisp.training;

/**
 * The noise-aware classifier p_φ(y | x_t, t).
 *
 * @param network its shape
 * @param train how it is trained
 */
public record ClassifierSettings(ClassifierNetwork network, TrainSettings train) {}
