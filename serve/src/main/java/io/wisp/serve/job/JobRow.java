package io.wisp.serve.job;

/**
 * A job as the database has it.
 *
 * @param kind {@code learn} or {@code outline}
 * @param step which of its commands is next or running
 * @param made when it was asked for, in milliseconds since 1970
 * @param seconds that it ran so far
 * @param error why it failed; null if it did not
 * @param pid of the process that runs, or ran when the server ended; null if none
 * @param pidStart when that process began, in milliseconds since 1970
 */
record JobRow(
    long id,
    String kind,
    JobState state,
    JobSpec spec,
    int step,
    long made,
    double seconds,
    String error,
    Long pid,
    Long pidStart) {}
