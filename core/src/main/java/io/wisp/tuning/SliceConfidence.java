package io.wisp.tuning;

/**
 * How confident the map of a slice is that it holds the object.
 *
 * @param slice which
 * @param score {@link ImageScore#EFFECT} under the chosen settings
 * @param probability of the object, given the score, at the frequency in the validation slices
 * @param heldOut the same with the slice's own patient left out of the fit
 */
public record SliceConfidence(
    ValidationSlice slice, double score, double probability, double heldOut) {}
