package io.wisp.report;

import java.util.Collection;
import org.apache.commons.math3.stat.StatUtils;

/** Five numbers of a set of values. */
record Quantiles(double low, double lower, double median, double upper, double high) {
  static Quantiles of(Collection<Double> values) {
    double[] all = values.stream().mapToDouble(value -> value).toArray();
    return new Quantiles(
        StatUtils.min(all),
        StatUtils.percentile(all, 25),
        StatUtils.percentile(all, 50),
        StatUtils.percentile(all, 75),
        StatUtils.max(all));
  }
}
