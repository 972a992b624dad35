package io.wisp.serve.project;

/**
 * A file or folder that did not become a scan.
 *
 * @param file its path, as the person knows it
 * @param error a sentence: why
 */
public record Refused(String file, String error) {}
