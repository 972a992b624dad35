package io.wisp.metrics;

/**
 * The score of one slice.
 *
 * @param caseId the patient or volume
 * @param slice its place in the volume
 */
public record SliceScore(String caseId, int slice, Score score) {}
