package io.wisp.metrics;

/**
 * The score of a case of which it is known where it was taken.
 *
 * @param score higher ones speak for positive
 * @param positive the truth
 * @param place where it was taken, such as a slice's place in its scan from 0 to 1
 * @param group cases of one group, such as a patient's, are not independent
 */
public record PlacedScore(double score, boolean positive, double place, String group) {}
