package io.wisp.serve;

import io.wisp.serve.api.Api;
import io.wisp.serve.api.Tools;
import io.wisp.serve.http.Events;
import io.wisp.serve.http.Gate;
import io.wisp.serve.http.HttpServer;
import io.wisp.serve.http.UploadLimits;
import io.wisp.serve.job.Jobs;
import io.wisp.serve.project.Project;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;

/** A project that is served to browsers, until it is closed. */
public final class Workbench implements AutoCloseable {
  private final Project project;
  private final Jobs jobs;
  private final HttpServer server;
  private final URI link;

  private Workbench(Project project, Jobs jobs, HttpServer server, URI link) {
    this.project = project;
    this.jobs = jobs;
    this.server = server;
    this.link = link;
  }

  /**
   * Opens or makes a project and serves it.
   *
   * @param folder of the project
   * @param host that it listens at; {@code 127.0.0.1} for this machine only
   * @param port 0 for any that is free
   * @param launcher the command line that runs Wisp, before the name of a command
   * @throws io.wisp.UserError if the project or the port is in use
   */
  public static Workbench open(Path folder, String host, int port, List<String> launcher) {
    return open(folder, host, port, launcher, UploadLimits.USUAL);
  }

  static Workbench open(
      Path folder, String host, int port, List<String> launcher, UploadLimits limits) {
    Project project = Project.open(folder);
    try {
      Gate gate = Gate.create(host);
      Events events = new Events();
      Tools tools = new Tools(launcher);
      Jobs jobs = new Jobs(project, tools::line, events);
      Api api = new Api(project, jobs, events, limits, tools);
      HttpServer server = HttpServer.start(host, port, gate, api.router());
      jobs.start();
      return new Workbench(project, jobs, server, gate.link(server.port()));
    } catch (RuntimeException e) {
      project.close();
      throw e;
    }
  }

  /** The port that it listens at. */
  public int port() {
    return server.port();
  }

  /** The link that opens the page, with the token. */
  public URI link() {
    return link;
  }

  @Override
  public void close() {
    jobs.close();
    server.close();
    project.close();
  }
}
