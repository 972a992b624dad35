package io.wisp.network;

import java.util.List;

/**
 * A formula that fills a network with reproducible values, so that outputs can be compared with
 * another implementation's without shipping its weights.
 *
 * <p>Parameter k of the name-sorted list, flat element i: s = sin(1.7 (i+1) + 0.3 k). With two or
 * more dimensions s / √(elements of one row), 20 times that for {@code label_emb}; with one
 * dimension 1 + 0.1 s for weights, else 0.1 s.
 *
 * @param sortedNames the names of all parameters of the network, in plain string order
 */
public record GoldenSource(List<String> sortedNames) implements ParameterSource {
  public GoldenSource {
    sortedNames = sortedNames.stream().sorted().toList();
  }

  @Override
  public float[] values(String name, long[] shape, Init init, long fanIn) {
    int k = sortedNames.indexOf(name);
    float[] values = new float[RandomSource.count(shape)];
    double row = values.length / (double) shape[0];
    double scale = (name.startsWith("label_emb") ? 20 : 1) / Math.sqrt(row);
    for (int i = 0; i < values.length; i++) {
      double s = Math.sin(1.7 * (i + 1) + 0.3 * k);
      double value;
      if (shape.length >= 2) {
        value = s * scale;
      } else {
        value = name.endsWith("weight") ? 1 + 0.1 * s : 0.1 * s;
      }
      values[i] = (float) value;
    }
    return values;
  }
}
