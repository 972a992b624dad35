package io.wisp.activation;

/**
 * One image to map, and which noise it gets.
 *
 * @param pixels [C·H·W] in [−1, 1], row-major
 * @param identity names the image; together with the seed it decides the noise, so that a map does
 *     not depend on the batch that the image is in
 */
public record LabelledImage(float[] pixels, String identity) {}
