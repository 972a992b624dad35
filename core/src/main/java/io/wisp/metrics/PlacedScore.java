package io.wisp.metrics;

/**
 * The score of a case with a known position.
 *
 * @param score higher means positive
 * @param positive the truth
 * @param place its position, such as a slice's in its scan from 0 to 1
 * @param group cases of one group, such as a patient's, are not independent
 */
public record PlacedScore(double score, boolean positive, double place, String group) {}
