package io.wisp.serve;

import io.wisp.serve.api.Api;
import io.wisp.serve.api.Tools;
import io.wisp.serve.http.Events;
import io.wisp.serve.http.Gate;
import io.wisp.serve.http.HttpServer;
import io.wisp.serve.http.UploadLimits;
import io.wisp.serve.project.Project;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;

/** A project that is served to browsers, until it is closed. */
public final class Workbench implements AutoCloseable {
  private final Project project;
  private final HttpServer server;
  private final URI link;

  private Workbench(Project project, HttpServer server, URI link) {
    this.project = project;
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
    Project project = Project.open(folder);
    try {
      Gate gate = Gate.create(host);
      Api api = new Api(project, new Events(), UploadLimits.USUAL, new Tools(launcher));
      HttpServer server = HttpServer.start(host, port, gate, api.router());
      return new Workbench(project, server, gate.link(server.port()));
    } catch (RuntimeException e) {
      project.close();
      throw e;
    }
  }

  /** The link that opens the page, with the token. */
  public URI link() {
    return link;
  }

  @Override
  public void close() {
    server.close();
    project.close();
  }
}
