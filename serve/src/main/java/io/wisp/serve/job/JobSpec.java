package io.wisp.serve.job;

/**
 * What a job was asked to do; kept with it, so that it can go on after a restart.
 *
 * @param model the name of the model that it makes or uses
 * @param preset of the settings to learn with; null to outline only
 * @param minutes to learn for
 * @param label the name of the labels to learn from
 * @param kind of scan, by which commands find the files
 * @param scans labelled
 * @param slices labelled
 */
public record JobSpec(
    String model, String preset, double minutes, String label, String kind, int scans, int slices) {

  boolean learns() {
    return preset != null;
  }
}
