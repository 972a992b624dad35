package io.wisp.app;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.wisp.base.SettingsTree;
import io.wisp.benchmark.BenchmarkReport;
import io.wisp.benchmark.BenchmarkReport.ConvolutionShare;
import io.wisp.benchmark.BenchmarkReport.Measurement;

/** What {@code wisp bench --json} prints. */
final class BenchJson {
  private BenchJson() {}

  /** One object: the machine's properties, then the network's, then the figures in SI units. */
  static String of(MachineFacts facts, String preset, BenchmarkReport report) {
    ObjectNode all = SettingsTree.tree(facts);
    all.put("preset", preset);
    all.put("parameters", report.parameters());
    all.put("convolution_operations_per_image", report.operations());
    var measurements = all.putArray("measurements");
    report.measurements().forEach(measurement -> measurements.add(node(measurement)));
    var convolutions = all.putArray("convolutions");
    report.convolutions().forEach(share -> convolutions.add(node(share, report.operations())));
    var memory = all.putArray("peak_memory");
    report
        .memory()
        .forEach(
            peak ->
                memory
                    .addObject()
                    .put("task", peak.task())
                    .put("precision", BenchText.name(peak.precision()))
                    .put("bytes", peak.bytes()));
    var notes = all.putArray("notes");
    report.notes().forEach(notes::add);
    return all.toPrettyString();
  }

  private static ObjectNode node(Measurement measurement) {
    ObjectNode node =
        SettingsTree.JSON
            .createObjectNode()
            .put("task", measurement.task())
            .put("precision", BenchText.name(measurement.precision()))
            .put("unit", measurement.unit())
            .put("units_per_run", measurement.units())
            .put("seconds_per_unit", measurement.secondsPerUnit())
            .put("units_per_second", measurement.unitsPerSecond())
            .put("times_float32", measurement.speedup());
    return node.set("seconds_per_run", SettingsTree.tree(measurement.timing()));
  }

  private static ObjectNode node(ConvolutionShare share, double operations) {
    return SettingsTree.JSON
        .createObjectNode()
        .put("precision", BenchText.name(share.precision()))
        .put("weights", BenchText.name(share.form()))
        .put("forward_seconds", share.forward())
        .put("alone_seconds", share.alone())
        .put("forward_operations_per_second", operations / share.forward())
        .put("alone_operations_per_second", operations / share.alone())
        .put("share", share.share());
  }
}
