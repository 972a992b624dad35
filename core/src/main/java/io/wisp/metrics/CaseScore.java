package io.wisp.metrics;

/**
 * The score of a volume, scored as one body.
 *
 * @param caseId the patient or volume
 * @param slices how many slices were predicted
 */
public record CaseScore(String caseId, int slices, Score score) {}
