package io.wisp.serve.job;

import com.fasterxml.jackson.databind.JsonNode;
import io.wisp.UserError;
import io.wisp.base.SettingsTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** What the folder of a learning tells of its state, while it is written and afterwards. */
final class LearnProgress {
  private static final int MOST_POINTS = 200;

  private final Path model;

  LearnProgress(Path model) {
    this.model = model;
  }

  /**
   * The training that runs.
   *
   * @param network by its name
   * @param done steps
   * @param of steps; 0 as long as they are not decided
   */
  record Stage(String network, long done, long of) {}

  /** The first network that is not trained yet; the last if all are. */
  Stage stage() {
    try {
      JsonNode stages = SettingsTree.readYaml(model.resolve("learn.yaml")).path("stages");
      Stage last = new Stage("learn", 0, 0);
      for (JsonNode one : stages) {
        String network = one.path("network").asText().toLowerCase(Locale.ROOT);
        List<double[]> loss = read(metrics(network));
        long done = loss.isEmpty() ? 0 : (long) loss.get(loss.size() - 1)[0];
        last = new Stage(network, done, one.path("steps").asLong(0));
        if (!one.path("finished").asBoolean()) {
          return last;
        }
      }
      return last;
    } catch (UserError e) {
      return new Stage("learn", 0, 0);
    }
  }

  private Path metrics(String network) {
    if (!network.equals("student")) {
      return model.resolve("teacher").resolve(network).resolve("metrics.csv");
    }
    int round = 1;
    while (Files.exists(model.resolve("rounds/" + (round + 1) + "/metrics.csv"))) {
      round++;
    }
    return model.resolve("rounds/" + round + "/metrics.csv");
  }

  /** Step and loss of the network that is trained; few enough to draw. */
  List<double[]> loss() {
    Stage now = stage();
    List<double[]> all = now.network().equals("learn") ? List.of() : read(metrics(now.network()));
    if (all.size() <= MOST_POINTS) {
      return all;
    }
    List<double[]> some = new ArrayList<>();
    for (int i = 1; i <= MOST_POINTS; i++) {
      some.add(all.get((int) ((long) i * all.size() / MOST_POINTS) - 1));
    }
    return some;
  }

  /** A line that is being written is passed over. */
  private static List<double[]> read(Path metrics) {
    List<double[]> points = new ArrayList<>();
    try {
      for (String line : Files.exists(metrics) ? Files.readAllLines(metrics) : List.<String>of()) {
        String[] cells = line.split(",");
        if (cells.length >= 5 && cells[0].matches("\\d+")) {
          double loss = Double.parseDouble(cells[1]);
          if (Double.isFinite(loss)) {
            points.add(new double[] {Double.parseDouble(cells[0]), loss});
          }
        }
      }
    } catch (IOException | NumberFormatException e) {
      return points;
    }
    return points;
  }

  /** The pictures that there are, by name. */
  Map<String, Path> pictures() {
    Map<String, Path> all = new TreeMap<>();
    all.put("samples.png", model.resolve("teacher/diffusion/samples.png"));
    all.put("loss.png", model.resolve("teacher/diffusion/loss.png"));
    all.put("masks.png", model.resolve("pseudo.png"));
    all.values().removeIf(file -> !Files.exists(file));
    return all;
  }
}
