package io.wisp.serve.job;

import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The commands of a job, run in the project's folder. */
final class JobPlan {
  private final JobRow job;
  private final JobFiles files;

  JobPlan(JobRow job, JobFiles files) {
    this.job = job;
    this.files = files;
  }

  /** A command of a job. */
  enum Step {
    PREPARE,
    LEARN,
    OUTLINE
  }

  static List<Step> steps(JobRow job) {
    return job.kind().equals("learn")
        ? List.of(Step.PREPARE, Step.LEARN, Step.OUTLINE)
        : List.of(Step.OUTLINE);
  }

  /** All commands as they are typed, from the beginning. */
  List<String> lines() {
    return steps(job).stream().map(step -> "wisp " + String.join(" ", fresh(step))).toList();
  }

  /** The arguments of a command, which goes on with what is there. */
  List<String> arguments(Step step) {
    if (step == Step.LEARN && Files.exists(files.model(job.spec().model()).resolve("learn.yaml"))) {
      return List.of("learn", store(), "--out", model(), "--resume");
    }
    List<String> all = new ArrayList<>(fresh(step));
    if (step == Step.PREPARE) {
      all.add("--overwrite");
    }
    return all;
  }

  private List<String> fresh(Step step) {
    JobSpec spec = job.spec();
    return switch (step) {
      case PREPARE ->
          List.of(
              "prepare",
              "jobs/%s/scans".formatted(job.id()),
              store(),
              "--layout",
              "brats",
              "--modality",
              spec.kind(),
              "--labels",
              "jobs/%s/labels.csv".formatted(job.id()),
              "--slices-from",
              "0",
              "--only-labelled",
              "--size",
              Integer.toString(Preset.named(spec.preset()).size()));
      case LEARN ->
          List.of(
              "learn",
              store(),
              "--out",
              model(),
              "--preset",
              spec.preset(),
              "--max-time",
              minutes(spec.minutes()));
      case OUTLINE ->
          List.of(
              "segment",
              "--model",
              model(),
              "jobs/%s/outline".formatted(job.id()),
              "--out",
              "outlines/" + spec.model(),
              "--overwrite");
    };
  }

  private static String minutes(double minutes) {
    return minutes == Math.rint(minutes)
        ? "%sm".formatted((long) minutes)
        : String.format(Locale.ROOT, "%ds", Math.round(minutes * 60));
  }

  private String store() {
    return "stores/" + job.id();
  }

  private String model() {
    return "models/" + job.spec().model();
  }
}
