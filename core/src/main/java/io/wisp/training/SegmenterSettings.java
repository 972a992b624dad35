package io.wisp.training;

/**
 * The supervised segmenter.
 *
 * @param network its shape, and the student's
 * @param train how it is trained
 */
public record SegmenterSettings(SegmenterNetwork network, TrainSettings train) {}
