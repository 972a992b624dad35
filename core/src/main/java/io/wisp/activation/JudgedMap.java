package io.wisp.activation;

/**
 * The map of an image, with what the method says of the image as a whole.
 *
 * @param map [H·W]
 * @param presence the probability that the image holds the object, in [0, 1]; NaN if the method
 *     does not tell
 */
public record JudgedMap(float[] map, double presence) {}
