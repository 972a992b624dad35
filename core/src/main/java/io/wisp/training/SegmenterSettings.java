package io.wisp.training;

/**
 * The supervised segmenter, whose network is the noise predictor's without conditions.
 *
 * @param train how it is trained
 */
public record SegmenterSettings(TrainSettings train) {}
