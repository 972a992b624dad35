package io.wisp.activation;

/**
 * A section of a run's settings that belongs to methods.
 *
 * @param name in config.yaml, such as {@code cg_diff}
 * @param type what it is read into
 * @param published its values as published; they apply if a preset does not name the section
 */
public record MethodSection<T extends MethodSettings>(String name, Class<T> type, T published) {}
