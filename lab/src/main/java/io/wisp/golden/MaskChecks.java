package io.wisp.golden;

import com.fasterxml.jackson.databind.JsonNode;
import io.wisp.mask.Otsu;
import io.wisp.metrics.Score;
import io.wisp.weights.NamedArray;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** Otsu's threshold and the measures of masks; neither needs the engine. */
final class MaskChecks {
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

  static void otsu(GoldenFile file, Findings findings) {
    int bins = file.says("bins") ? file.number("bins") : Otsu.BINS;
    for (int i = 0; file.contains("map" + i); i++) {
      double[] threshold = {Otsu.threshold(file.array("map" + i).floats(), bins)};
      findings.compare("otsu" + i, threshold, file.doubles("otsu" + i), Bounds.OTSU);
    }
  }

  /** One result for each measure, over all pairs of masks that have a value of it. */
  static void metrics(GoldenFile file, Findings findings) {
    JsonNode expected = file.json("expected");
    List<Score> scores = new ArrayList<>();
    for (int pair = 0; pair < expected.size(); pair++) {
      scores.add(score(file, pair, expected.get(pair)));
    }
    MEASURES.forEach((measure, of) -> compare(measure, of, scores, expected, findings));
  }

  private static void compare(
      String measure,
      ToDoubleFunction<Score> of,
      List<Score> scores,
      JsonNode expected,
      Findings findings) {
    List<Integer> given = new ArrayList<>();
    for (int pair = 0; pair < scores.size(); pair++) {
      if (expected.get(pair).hasNonNull(measure)) {
        given.add(pair);
      }
    }
    if (!given.isEmpty()) {
      findings.compare(
          measure,
          given.stream().mapToDouble(pair -> of.applyAsDouble(scores.get(pair))).toArray(),
          given.stream().mapToDouble(pair -> expected.get(pair).get(measure).asDouble()).toArray(),
          Bounds.METRIC);
    }
  }

  private static Score score(GoldenFile file, int pair, JsonNode expected) {
    NamedArray truth = file.array("truth" + pair);
    int[] shape = Arrays.stream(truth.shape()).mapToInt(Math::toIntExact).toArray();
    double[] spacing = spacing(expected.path("spacing"), shape.length);
    return Score.of(mask(file.array("pred" + pair)), mask(truth), shape, spacing);
  }

  private static double[] spacing(JsonNode given, int dimensions) {
    double[] spacing = new double[dimensions];
    for (int axis = 0; axis < dimensions; axis++) {
      spacing[axis] = given.isNumber() ? given.asDouble() : given.path(axis).asDouble(1);
    }
    return spacing;
  }

  private static boolean[] mask(NamedArray array) {
    double[] values = array.doubles();
    boolean[] mask = new boolean[values.length];
    for (int i = 0; i < mask.length; i++) {
      mask[i] = values[i] != 0;
    }
    return mask;
  }
}
