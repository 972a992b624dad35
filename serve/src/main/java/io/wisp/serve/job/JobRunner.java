package io.wisp.serve.job;

import io.wisp.UserError;
import io.wisp.serve.http.HttpError;
import io.wisp.serve.job.JobPlan.Step;
import io.wisp.serve.project.Project;
import io.wisp.serve.project.Scan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs one job after the other, in a thread of its own. A job that is to end is sent SIGTERM, upon
 * which a training saves. What ran when the server ended goes on when it starts again.
 */
final class JobRunner implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(JobRunner.class);
  private static final long MILLIS_BETWEEN_NEWS = 1000;
  private static final long END_MILLIS = 100_000;

  /** Ctrl-C reaches a command before it reaches the server that has begun it. */
  private static final long MILLIS_FOR_OWN_SIGNAL = 500;

  private final Project project;
  private final JobTable table;
  private final JobFiles files;
  private final Function<List<String>, List<String>> launcher;
  private final LongConsumer news;
  private final Thread thread = new Thread(this::work, "wisp-jobs");
  private CommandProcess running;
  private long runningJob;
  private JobState wanted;
  private boolean closed;

  JobRunner(
      Project project,
      JobTable table,
      JobFiles files,
      Function<List<String>, List<String>> launcher,
      LongConsumer news) {
    this.project = project;
    this.table = table;
    this.files = files;
    this.launcher = launcher;
    this.news = news;
    thread.setDaemon(true);
  }

  void start() {
    thread.start();
  }

  synchronized void wake() {
    notifyAll();
  }

  /**
   * Ends a job.
   *
   * @param state it is then in
   * @throws HttpError if it has ended already
   */
  void end(JobRow job, JobState state) {
    synchronized (this) {
      if (job.state() == JobState.RUNNING && runningJob == job.id()) {
        wanted = state;
        if (running != null) {
          running.end();
        }
        return;
      }
      if (job.state() == JobState.DONE
          || job.state() == JobState.FAILED
          || job.state() == JobState.STOPPED) {
        throw HttpError.conflict("Job %s has ended already.".formatted(job.id()));
      }
      table.set(job.id(), state, null);
    }
    news.accept(job.id());
  }

  private void work() {
    try {
      goOn();
      while (true) {
        JobRow job = take();
        if (job == null) {
          return;
        }
        run(job);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) {
      LOG.error("the queue of jobs has ended", e);
    }
  }

  /** Ends what the last server left running, and queues it. */
  private void goOn() {
    for (JobRow job : table.in(JobState.RUNNING)) {
      CommandProcess.endLeftOver(job.pid(), job.pidStart(), END_MILLIS);
      table.set(job.id(), JobState.QUEUED, null);
    }
  }

  private synchronized JobRow take() throws InterruptedException {
    while (!closed) {
      var next = table.next();
      if (next.isPresent()) {
        runningJob = next.get().id();
        wanted = null;
        return next.get();
      }
      wait();
    }
    return null;
  }

  private void run(JobRow job) throws InterruptedException {
    String error = null;
    JobState state = JobState.DONE;
    List<Step> steps = JobPlan.steps(job);
    try {
      for (int step = job.step(); step < steps.size() && state == JobState.DONE; step++) {
        CommandProcess.Ending ending = run(job, steps.get(step));
        if (ending.signalled()) {
          Thread.sleep(MILLIS_FOR_OWN_SIGNAL);
        }
        synchronized (this) {
          if (ending.good()) {
            table.stepDone(job.id(), step + 1);
            if (steps.get(step) == Step.LEARN) {
              table.addModel(job);
            }
          }
          boolean last = ending.good() && step == steps.size() - 1;
          if (wanted != null && !last) {
            state = wanted;
          } else if (ending.signalled()) {
            state = JobState.PAUSED;
          } else if (!ending.good()) {
            state = JobState.FAILED;
            error = ending.error();
          }
        }
      }
    } catch (IOException | UserError e) {
      state = JobState.FAILED;
      error = e.getMessage();
    }
    finish(job, state, error);
  }

  private void finish(JobRow job, JobState state, String error) {
    synchronized (this) {
      if (closed && state == JobState.RUNNING) {
        return; // it goes on at the next start
      }
      runningJob = 0;
      table.set(job.id(), state, error);
    }
    news.accept(job.id());
  }

  private CommandProcess.Ending run(JobRow job, Step step)
      throws IOException, InterruptedException {
    linkScans(job, step);
    List<String> arguments = new JobPlan(job, files).arguments(step);
    CommandProcess process;
    synchronized (this) {
      if (wanted != null) {
        return new CommandProcess.Ending(false, true, "");
      }
      process =
          CommandProcess.start(
              launcher.apply(arguments), arguments, project.folder(), files.log(job.id()));
      running = process;
      table.running(job.id(), process.handle());
    }
    long before = System.nanoTime();
    try {
      do {
        long now = System.nanoTime();
        table.addSeconds(job.id(), (now - before) * 1e-9);
        before = now;
        news.accept(job.id());
      } while (!process.await(MILLIS_BETWEEN_NEWS));
      return process.ending();
    } finally {
      synchronized (this) {
        running = null;
      }
    }
  }

  private void linkScans(JobRow job, Step step) throws IOException {
    List<Scan> all = project.scans().all();
    if (step == Step.PREPARE) {
      Set<String> labelled =
          Files.readAllLines(files.folder(job.id()).resolve("labels.csv")).stream()
              .skip(1)
              .map(line -> line.substring(0, line.indexOf(',')))
              .collect(Collectors.toSet());
      List<Scan> cases = all.stream().filter(scan -> labelled.contains(scan.id())).toList();
      files.linkCases(job.id(), cases, job.spec().kind());
    } else if (step == Step.OUTLINE) {
      List<Scan> left = all.stream().filter(scan -> !isOutlined(files, job, scan)).toList();
      files.linkScans(job.id(), left.isEmpty() ? all : left, job.spec().kind());
    }
  }

  /** Whether a job has outlined a scan. */
  static boolean isOutlined(JobFiles files, JobRow job, Scan scan) {
    Path record =
        files
            .outlines(job.spec().model())
            .resolve(JobFiles.outlineName(scan, job.spec().kind()) + ".json");
    try {
      return Files.exists(record) && Files.getLastModifiedTime(record).toMillis() >= job.made();
    } catch (IOException e) {
      return false;
    }
  }

  /** Ends what runs, which goes on at the next start. */
  @Override
  public void close() {
    synchronized (this) {
      closed = true;
      if (wanted == null) {
        wanted = JobState.RUNNING;
      }
      if (running != null) {
        running.end();
      }
      notifyAll();
    }
    try {
      thread.join(END_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
