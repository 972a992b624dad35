package io.wisp.app;

import io.wisp.StopSignal;
import io.wisp.UserError;
import io.wisp.serve.Workbench;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code wisp serve}: the workbench in a browser. */
@Command(
    name = "serve",
    sortOptions = false,
    header = "Label, train, look and correct in a browser, on this machine.",
    description = {
      "",
      "Opens the project in a folder, or makes one, prints a link with a secret token, and opens"
          + " the browser. Nothing is sent anywhere. Ctrl-C ends it; what was answered is on the"
          + " disk, and jobs go on when it is started again.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  wisp serve",
      "  wisp serve lesions --port 9000",
      "  wisp serve lesions --no-browser"
    })
final class ServeCommand implements Callable<Integer> {
  private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "::1");
  private static final int MILLIS_BETWEEN_LOOKS = 100;

  @Parameters(
      paramLabel = "PROJECT",
      arity = "0..1",
      defaultValue = "wisp-project",
      description = "Folder of the project; made if missing. Default: ${DEFAULT-VALUE}.")
  private Path project;

  @Option(
      names = "--port",
      defaultValue = "8080",
      paramLabel = "N",
      description = "Port to listen at; 0 for any that is free. Default: ${DEFAULT-VALUE}.")
  private int port;

  @Option(
      names = "--host",
      defaultValue = "127.0.0.1",
      paramLabel = "NAME",
      description =
          "Address to listen at. Default: ${DEFAULT-VALUE}, this machine only. With 0.0.0.0 all of"
              + " the network can reach it, and reads what is sent, since there is no TLS.")
  private String host;

  @Option(names = "--no-browser", description = "Only print the link.")
  private boolean noBrowser;

  @ParentCommand private WispCommand wisp;
  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    if (port < 0 || port > 65_535) {
      throw new UserError("--port is %s, but ports are 0 to 65535.".formatted(port));
    }
    PrintWriter screen = spec.commandLine().getOut();
    return wisp.interruption().saving(stop -> serve(stop, screen));
  }

  private int serve(StopSignal stop, PrintWriter screen) {
    try (Workbench workbench = Workbench.open(project, host, port, launcher())) {
      screen.println("Project: " + project.toAbsolutePath().normalize());
      if (!LOOPBACK.contains(host)) {
        screen.println(
            "Note: others in the network can reach this, and there is no encryption: whoever reads"
                + " the traffic sees the token and the scans. Use an SSH tunnel instead where you"
                + " can.");
      }
      screen.println("Open: " + workbench.link());
      screen.println("Ctrl-C ends it.");
      screen.flush();
      if (!noBrowser) {
        Browser.open(workbench.link());
      }
      await(stop);
    }
    return 0;
  }

  private static void await(StopSignal stop) {
    try {
      while (!stop.requested()) {
        Thread.sleep(MILLIS_BETWEEN_LOOKS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** The command line of this process, without its own command. */
  private static List<String> launcher() {
    List<String> line = new ArrayList<>();
    line.add(ProcessHandle.current().info().command().orElse("java"));
    ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
        .filter(option -> !option.startsWith("-agentlib") && !option.startsWith("-javaagent"))
        .filter(option -> !option.startsWith("-Dwisp.stderr."))
        .forEach(line::add);
    line.addAll(List.of("-cp", System.getProperty("java.class.path"), Main.class.getName()));
    return line;
  }
}
