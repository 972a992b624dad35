package io.wisp.serve.api;

import io.wisp.serve.http.Call;
import io.wisp.serve.http.HttpError;
import io.wisp.serve.http.Router;
import io.wisp.serve.job.Job;
import io.wisp.serve.job.Jobs;
import io.wisp.serve.job.Preset;
import java.io.IOException;
import java.util.function.LongFunction;

/** Routes on jobs. */
final class JobRoutes {
  private final Outlines outlines;
  private final Jobs jobs;

  JobRoutes(Outlines outlines, Jobs jobs) {
    this.outlines = outlines;
    this.jobs = jobs;
  }

  /**
   * A job to queue.
   *
   * @param kind {@code learn}, with {@code name} of the model to make, {@code preset}, {@code
   *     minutes} and {@code label}; or {@code outline}, with {@code model}
   */
  record JobRequest(
      String kind, String name, String preset, Double minutes, String label, String model) {}

  void addTo(Router router) {
    router
        .get(
            "/api/presets",
            "Settings to learn with, and their minutes on this machine",
            this::presets)
        .post("/api/jobs", "Queues a job: learn from labels, or outline by a model", this::add)
        .get("/api/jobs", "All jobs, the newest first", call -> call.answer(jobs.all()))
        .get("/api/jobs/{id}", "A job with its loss and pictures", call -> answer(call, jobs::get))
        .post("/api/jobs/{id}/pause", "Saves and pauses it", call -> answer(call, jobs::pause))
        .post("/api/jobs/{id}/resume", "Goes on where it was", call -> answer(call, jobs::resume))
        .post("/api/jobs/{id}/stop", "Saves and ends it", call -> answer(call, jobs::stop))
        .get(
            "/api/jobs/{id}/log",
            "All that its commands printed",
            call -> call.send("text/plain; charset=utf-8", jobs.log(id(call))))
        .get("/api/jobs/{id}/pictures/{file}", "One of its pictures", this::picture);
  }

  private void presets(Call call) throws IOException {
    call.answer(Preset.onThisMachine());
  }

  private void add(Call call) throws IOException {
    JobRequest request = call.json(JobRequest.class);
    if ("learn".equals(request.kind())) {
      String preset = request.preset() == null ? "small" : request.preset();
      double minutes = request.minutes() == null ? usualMinutes(preset) : request.minutes();
      String label = request.label() == null ? "object" : request.label();
      call.answer(201, jobs.learn(request.name(), preset, minutes, label, LabelRoutes::csv));
    } else if ("outline".equals(request.kind())) {
      Outlines.Model model = outlines.model(request.model());
      call.answer(201, jobs.outline(model.name(), model.kind()));
    } else {
      throw HttpError.bad(
          "\"kind\" is %s, but must be \"learn\" or \"outline\".".formatted(request.kind()));
    }
  }

  private static int usualMinutes(String preset) {
    Preset.named(preset);
    return Preset.onThisMachine().stream()
        .filter(one -> one.name().equals(preset))
        .mapToInt(Preset::minutes)
        .findFirst()
        .orElseThrow();
  }

  private static void answer(Call call, LongFunction<Job> action) throws IOException {
    call.answer(action.apply(id(call)));
  }

  private static long id(Call call) {
    String text = call.part("id");
    if (!text.matches("\\d{1,15}")) {
      throw HttpError.missing("There is no job %s.".formatted(text));
    }
    return Long.parseLong(text);
  }

  private void picture(Call call) throws IOException {
    call.file("image/png", jobs.picture(id(call), call.part("file")));
  }
}
