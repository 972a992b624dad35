package io.wisp.golden;

/**
 * What was found but not compared, which is no failure.
 *
 * @param file the file's name
 * @param what the kind of the file, or the quantity in it
 * @param reason why it was not compared
 */
public record GoldenSkip(String file, String what, String reason) {}
