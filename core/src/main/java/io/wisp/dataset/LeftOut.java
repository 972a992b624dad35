package io.wisp.dataset;

/**
 * A file or folder of a data set that is not used.
 *
 * @param path its path in the data set, with {@code /} between the parts
 * @param reason why, in words that fit other files as well
 */
public record LeftOut(String path, String reason) {}
