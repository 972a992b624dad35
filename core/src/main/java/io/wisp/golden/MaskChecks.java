package io.wisp.golden;

import com.fasterxml.jackson.databind.JsonNode;
import io.wisp.Settings;
import io.wisp.UserError;
import io.wisp.engine.Engine;
import io.wisp.mask.Otsu;
import io.wisp.metrics.Score;
import io.wisp.weights.NamedArray;
import io.wisp.weights.TensorFile;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** Otsu's threshold and the measures of masks; neither needs the engine. */
final class MaskChecks {
  private static final double OTSU_BOUND = 1e-6;
  private static final double METRIC_BOUND = 1e-9;

  private static final Map<String, ToDoubleFunction<Score>> MEASURES = measures();

  private MaskChecks() {}

  private static Map<String, ToDoubleFunction<Score>> measures() {
    Map<String, ToDoubleFunction<Score>> measures = new LinkedHashMap<>();
    measures.put("dice", Score::dice);
    measures.put("iou", Score::iou);
    measures.put("precision", Score::precision);
    measures.put("recall", Score::recall);
    measures.put("hd95", Score::hd95);
    measures.put("hd", Score::hd);
    measures.put("assd", Score::assd);
    return measures;
  }

  static List<GoldenResult> otsu(String name, TensorFile file, Engine engine) {
    List<GoldenResult> results = new ArrayList<>();
    for (int i = 0; file.contains("map" + i); i++) {
      double[] threshold = {Otsu.threshold(file.get("map" + i).floats())};
      double[] expected = file.get("otsu" + i).doubles();
      results.add(GoldenResult.compare(name, "otsu" + i, threshold, expected, OTSU_BOUND));
    }
    return results;
  }

  /** One result for each measure, over all pairs of masks. */
  static List<GoldenResult> metrics(String name, TensorFile file, Engine engine) {
    JsonNode expected = expected(file);
    List<Score> scores = new ArrayList<>();
    for (int i = 0; i < expected.size(); i++) {
      scores.add(score(file, i, doubles(expected.get(i).get("spacing"))));
    }
    List<GoldenResult> results = new ArrayList<>();
    MEASURES.forEach(
        (measure, of) -> {
          double[] actual = scores.stream().mapToDouble(of).toArray();
          double[] wanted = doubles(expected.findValues(measure));
          results.add(GoldenResult.compare(name, measure, actual, wanted, METRIC_BOUND));
        });
    return results;
  }

  private static JsonNode expected(TensorFile file) {
    String json = file.metadata().get("expected");
    if (json == null) {
      throw new UserError("%s has no metadata 'expected'.".formatted(file.source()));
    }
    return Settings.parseYaml("pairs: " + json, "expected").get("pairs");
  }

  private static Score score(TensorFile file, int pair, double[] spacing) {
    NamedArray truth = file.get("truth" + pair);
    int[] shape = Arrays.stream(truth.shape()).mapToInt(Math::toIntExact).toArray();
    return Score.of(mask(file.get("pred" + pair)), mask(truth), shape, spacing);
  }

  private static boolean[] mask(NamedArray array) {
    long[] values = array.longs();
    boolean[] mask = new boolean[values.length];
    for (int i = 0; i < mask.length; i++) {
      mask[i] = values[i] != 0;
    }
    return mask;
  }

  private static double[] doubles(Iterable<JsonNode> nodes) {
    List<Double> values = new ArrayList<>();
    nodes.forEach(node -> values.add(node.doubleValue()));
    return values.stream().mapToDouble(Double::doubleValue).toArray();
  }
}
