package io.wisp.evaluation;

import io.wisp.BadSetting;
import io.wisp.dataset.Split;
import java.math.BigDecimal;
import java.math.MathContext;

/**
 * What an evaluation is over.
 *
 * @param data the data's name in the report
 * @param split whose patients were scored
 * @param minObject slices whose object covers at least this share are also summarised separately,
 *     in [0, 1); 0 for none
 */
public record EvaluationScope(String data, Split split, double minObject) {
  public EvaluationScope {
    if (!(minObject >= 0 && minObject < 1)) {
      throw new BadSetting(
          "min_object",
          minObject,
          "The smallest object is %s, but must be a share of the slice from 0 to below 1, such as 0.01."
              .formatted(minObject));
    }
  }

  /** Whether slices with larger objects are also summarised separately. */
  public boolean asksLargeObjects() {
    return minObject > 0;
  }

  /** The objects of these slices, in words, such as {@code objects of 1 % of the slice or more}. */
  public String largeObjects() {
    BigDecimal percent =
        BigDecimal.valueOf(minObject).movePointRight(2).round(MathContext.DECIMAL32);
    return "objects of %s %% of the slice or more"
        .formatted(percent.stripTrailingZeros().toPlainString());
  }
}
