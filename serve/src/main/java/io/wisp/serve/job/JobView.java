package io.wisp.serve.job;

import io.wisp.serve.job.Job.Progress;
import io.wisp.serve.job.JobPlan.Step;
import io.wisp.serve.project.Project;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Shows jobs: what the database knows of them, and what their files tell. */
final class JobView {
  private static final int SECONDS_A_MINUTE = 60;

  private final Project project;
  private final JobFiles files;

  JobView(Project project, JobFiles files) {
    this.project = project;
    this.files = files;
  }

  Job brief(JobRow job) {
    return show(job, null, List.of(), List.of());
  }

  Job whole(JobRow job) {
    Progress progress = job.state() == JobState.RUNNING ? progress(job) : null;
    List<double[]> loss = job.spec().learns() ? learning(job).loss() : List.of();
    return show(job, progress, loss, List.copyOf(pictures(job).keySet()));
  }

  private Job show(JobRow job, Progress progress, List<double[]> loss, List<String> pictures) {
    return new Job(
        job.id(),
        job.kind(),
        job.state(),
        job.spec().model(),
        new JobPlan(job, files).lines(),
        Instant.ofEpochMilli(job.made()).toString(),
        job.seconds(),
        progress,
        loss,
        pictures,
        job.error());
  }

  private LearnProgress learning(JobRow job) {
    return new LearnProgress(files.model(job.spec().model()));
  }

  private Progress progress(JobRow job) {
    List<Step> steps = JobPlan.steps(job);
    Step step = steps.get(Math.min(job.step(), steps.size() - 1));
    return switch (step) {
      case PREPARE -> new Progress("prepare", 0, 0, left(job));
      case LEARN -> {
        LearnProgress.Stage stage = learning(job).stage();
        yield new Progress(stage.network(), stage.done(), stage.of(), left(job));
      }
      case OUTLINE -> new Progress("outline", outlined(job), project.scans().all().size(), null);
    };
  }

  private static Double left(JobRow job) {
    double left = job.spec().minutes() * SECONDS_A_MINUTE - job.seconds();
    return left > 0 ? left : null;
  }

  private long outlined(JobRow job) {
    return project.scans().all().stream()
        .filter(scan -> JobRunner.isOutlined(files, job, scan))
        .count();
  }

  Map<String, Path> pictures(JobRow job) {
    Map<String, Path> all =
        job.spec().learns() ? learning(job).pictures() : new TreeMap<String, Path>();
    Path sheet = project.folder().resolve("stores/" + job.id() + "/contact-sheet.png");
    if (Files.exists(sheet)) {
      all.put("slices.png", sheet);
    }
    return all;
  }
}
