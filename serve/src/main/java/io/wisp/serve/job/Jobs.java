package io.wisp.serve.job;

import io.wisp.serve.http.Events;
import io.wisp.serve.http.HttpError;
import io.wisp.serve.project.LabelSummary;
import io.wisp.serve.project.LabelSummary.Agreed;
import io.wisp.serve.project.Project;
import io.wisp.serve.project.Scan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The jobs of a project: asked for, listed, stopped. Safe from several threads. */
public final class Jobs implements AutoCloseable {
  private static final double LEAST_MINUTES = 0.05;
  private static final int MOST_MINUTES = 60 * 24 * 14;

  private final Project project;
  private final JobTable table;
  private final JobFiles files;
  private final JobView view;
  private final JobRunner runner;

  /**
   * @param launcher turns the arguments of Wisp into a whole command line
   * @param events is told of each job that changes
   */
  public Jobs(Project project, Function<List<String>, List<String>> launcher, Events events) {
    this.project = project;
    this.table = new JobTable(project.database());
    this.files = new JobFiles(project);
    this.view = new JobView(project, files);
    this.runner = new JobRunner(project, table, files, launcher, job -> tell(events, job));
  }

  private void tell(Events events, long id) {
    events.tell("job", view.whole(table.get(id)));
  }

  /** Goes on with what the last server left, and then works off the queue. */
  public void start() {
    runner.start();
  }

  /**
   * Queues a job that learns from the labels of all readers, and then outlines all scans.
   *
   * @param csv makes the table of labels
   * @throws HttpError if the name is taken, or labels are missing
   */
  public Job learn(
      String model,
      String preset,
      double minutes,
      String label,
      Function<List<Agreed>, String> csv) {
    checkName(model);
    Preset.named(preset);
    if (!(minutes >= LEAST_MINUTES && minutes <= MOST_MINUTES)) {
      throw HttpError.bad(
          "\"minutes\" is %s, but must be from %s to %s."
              .formatted(minutes, LEAST_MINUTES, MOST_MINUTES));
    }
    List<Agreed> all = new LabelSummary(project.database()).agreed(label, Optional.empty());
    List<Agreed> agreed = all.stream().filter(one -> one.yes() != null).toList();
    List<Scan> scans = labelled(agreed);
    JobSpec spec =
        new JobSpec(
            model, preset, minutes, label, JobFiles.kindOf(scans), scans.size(), agreed.size());
    long id =
        project.database().atOnce(() -> queue(spec, csv.apply(agreed), all.size() - agreed.size()));
    runner.wake();
    return get(id);
  }

  /** Nobody sees the job before its files are there. */
  private long queue(JobSpec spec, String labels, int split) {
    long id = table.add("learn", spec);
    files.writeLabels(id, labels);
    if (split > 0) {
      files.note(
          id, "%s slices are left out, on which as many readers say yes as no.".formatted(split));
    }
    return id;
  }

  private List<Scan> labelled(List<Agreed> agreed) {
    long yes = agreed.stream().filter(Agreed::yes).count();
    if (yes == 0 || yes == agreed.size()) {
      throw HttpError.conflict(
          "There are %s slices labelled yes and %s labelled no: label some of both."
              .formatted(yes, agreed.size() - yes));
    }
    Set<String> ids = agreed.stream().map(Agreed::scan).collect(Collectors.toSet());
    return project.scans().all().stream().filter(scan -> ids.contains(scan.id())).toList();
  }

  private void checkName(String model) {
    if (model == null || !model.matches("[A-Za-z0-9][A-Za-z0-9._-]{0,59}")) {
      throw HttpError.bad(
          "The name of a model is \"%s\", but must have 1 to 60 letters, digits, dots or dashes."
              .formatted(model));
    }
    boolean queued =
        table.all().stream()
            .filter(job -> job.spec().learns() && job.state() != JobState.DONE)
            .filter(job -> job.state() != JobState.FAILED && job.state() != JobState.STOPPED)
            .anyMatch(job -> job.spec().model().equalsIgnoreCase(model));
    if (queued || Files.exists(files.model(model))) {
      throw HttpError.conflict(
          "There is a model called %s already: choose another name.".formatted(model));
    }
  }

  /**
   * Queues a job that outlines all scans.
   *
   * @param kind of scan that the model was made of
   */
  public Job outline(String model, String kind) {
    int scans = project.scans().all().size();
    if (scans == 0) {
      throw HttpError.conflict("There are no scans to outline.");
    }
    long id = table.add("outline", new JobSpec(model, null, 0, null, kind, scans, 0));
    runner.wake();
    return get(id);
  }

  /** The newest first; only those that run come with their loss and pictures. */
  public List<Job> all() {
    return table.all().stream()
        .map(job -> job.state() == JobState.RUNNING ? view.whole(job) : view.brief(job))
        .toList();
  }

  public Job get(long id) {
    return view.whole(table.get(id));
  }

  public Job pause(long id) {
    runner.end(table.get(id), JobState.PAUSED);
    return get(id);
  }

  public Job stop(long id) {
    runner.end(table.get(id), JobState.STOPPED);
    return get(id);
  }

  /** Queues a job again that was paused, stopped or has failed; it goes on where it was. */
  public Job resume(long id) {
    JobRow job = table.get(id);
    if (job.state() == JobState.QUEUED || job.state() == JobState.RUNNING) {
      return get(id);
    }
    if (job.state() == JobState.DONE) {
      throw HttpError.conflict("Job %s is done: there is nothing to go on with.".formatted(id));
    }
    table.set(id, JobState.QUEUED, null);
    runner.wake();
    return get(id);
  }

  /** All that its commands printed. */
  public String log(long id) throws IOException {
    Path log = files.log(table.get(id).id());
    return Files.exists(log) ? Files.readString(log) : "";
  }

  /**
   * A picture of a job.
   *
   * @throws HttpError if there is none of that name
   */
  public Path picture(long id, String name) {
    Map<String, Path> all = view.pictures(table.get(id));
    return Optional.ofNullable(all.get(name))
        .orElseThrow(() -> HttpError.missing("There is no picture %s.".formatted(name)));
  }

  @Override
  public void close() {
    runner.close();
  }
}
