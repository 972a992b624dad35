package io.wisp.bench;

import io.wisp.Progress;
import io.wisp.benchmark.ConvolutionForm;
import io.wisp.benchmark.Effort;
import io.wisp.benchmark.Rounds;
import io.wisp.benchmark.Timing;
import io.wisp.benchmark.Workload;
import io.wisp.engine.Engine;
import io.wisp.network.ConvolutionShape;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Every layer of a network against what this machine can do: its best convolution and its best copy
 * of memory, measured in the same run. The ways to compute a layer take turns.
 */
public final class Roofline {
  private final Layers layers;
  private final Rounds rounds;
  private final Kernels kernels;
  private final Map<Lane, List<RooflineRow>> rows = new LinkedHashMap<>();
  private double bandwidth;

  Roofline(Engine engine, Layers layers, Effort effort) {
    this.layers = layers;
    this.rounds = new Rounds(effort);
    this.kernels = new Kernels(engine);
    Lane.of(engine).forEach(lane -> rows.put(lane, new ArrayList<>()));
  }

  /** Prints the table of a preset: {@code Roofline [preset]}, paper if none is named. */
  public static void main(String[] arguments) {
    String preset = arguments.length > 0 ? arguments[0] : "paper";
    Engine engine = Engines.cpu();
    System.out.printf(
        "Preset %s, one image, %s threads, %s%n",
        preset, engine.threads().count(), engine.reason());
    System.out.println(new Roofline(engine, Layers.of(preset), new Effort(0.1, 5)).measure());
  }

  /** Measures everything, and lays it out in one table a way to compute. */
  String measure() {
    try (Workload copy = kernels.copy()) {
      bandwidth = Kernels.copiedBytes() / time(List.of(copy)).get(0).least();
    }
    layers.convolutions().forEach(this::measure);
    int largest = layers.images().get(0).side();
    for (LayerOperation operation : LayerOperation.values()) {
      layers.images().stream()
          .filter(image -> operation.suits(image, largest))
          .forEach(image -> measure(operation, image));
    }
    return new RooflineText(rows, bandwidth).text();
  }

  private void measure(ConvolutionShape shape, int count) {
    measure(
        List.copyOf(rows.keySet()),
        lane -> kernels.convolution(shape, lane.format(), lane.form()),
        (lane, seconds) ->
            new RooflineRow(
                shape.toString(),
                count,
                shape.operations(),
                shape.elements(1) * lane.format().bytes(),
                seconds));
  }

  private void measure(LayerOperation operation, ImageShape image) {
    measure(
        rows.keySet().stream().filter(lane -> lane.form() == ConvolutionForm.PLAIN).toList(),
        lane -> kernels.operation(operation, image, lane.format()),
        (lane, seconds) ->
            new RooflineRow(
                operation.text() + " " + image,
                0,
                operation.operations(image),
                operation.elements(image) * lane.format().bytes(),
                seconds));
  }

  /** Makes a row of a measured time. */
  @FunctionalInterface
  private interface RowMaker {
    RooflineRow of(Lane lane, double seconds);
  }

  private void measure(List<Lane> lanes, Function<Lane, Workload> preparation, RowMaker maker) {
    List<Workload> workloads = lanes.stream().map(preparation).toList();
    try {
      List<Timing> timings = time(workloads);
      for (int i = 0; i < lanes.size(); i++) {
        rows.get(lanes.get(i)).add(maker.of(lanes.get(i), timings.get(i).median()));
      }
    } finally {
      workloads.forEach(Workload::close);
    }
  }

  private List<Timing> time(List<Workload> workloads) {
    try (Progress silent = Progress.SILENT.start("", 1)) {
      return rounds.time(workloads, silent);
    }
  }
}
