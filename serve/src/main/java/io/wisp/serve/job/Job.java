package io.wisp.serve.job;

import java.util.List;

/**
 * A job as the API shows it.
 *
 * @param kind {@code learn} or {@code outline}
 * @param model that it makes or uses
 * @param commands its command lines, to be typed in the project's folder
 * @param made when it was asked for, ISO 8601
 * @param seconds that it ran so far
 * @param progress of what runs now; null if nothing does
 * @param loss of the network that is or was trained: pairs of step and loss
 * @param pictures that can be looked at, by name
 * @param error why it failed; null if it did not
 */
public record Job(
    long id,
    String kind,
    JobState state,
    String model,
    List<String> commands,
    String made,
    double seconds,
    Progress progress,
    List<double[]> loss,
    List<String> pictures,
    String error) {

  /**
   * How far it is.
   *
   * @param stage what is done: {@code prepare}, {@code diffusion}, {@code classifier}, {@code
   *     student}, {@code outline}
   * @param done of {@code of}: steps or scans; both 0 if it is not known
   * @param secondsLeft of the job; null if not known
   */
  public record Progress(String stage, long done, long of, Double secondsLeft) {}
}
