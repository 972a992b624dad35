package io.wisp.segmentation;

import io.wisp.activation.ContrastSettings;
import io.wisp.activation.MapMethod;
import io.wisp.activation.RuleMethod;
import io.wisp.dataset.Split;
import io.wisp.slices.SliceStore;
import java.util.List;

/** The rules that methods are compared with. */
public final class ComparedRules {
  private ComparedRules() {}

  /** Those that are not among the methods, and for which a store suffices. */
  public static List<RuleMethod> besides(
      List<MapMethod> methods, SliceStore store, ContrastSettings contrast) {
    return RuleMethod.besides(methods).stream()
        .filter(rule -> suffices(store, rule, contrast))
        .toList();
  }

  /** Whether training patients have slices of both labels, if the method averages them. */
  public static boolean suffices(SliceStore store, MapMethod method, ContrastSettings contrast) {
    return !(method instanceof RuleMethod rule && rule.averagesTraining())
        || (anyLabelled(store, contrast.present()) && anyLabelled(store, contrast.absent()));
  }

  private static boolean anyLabelled(SliceStore store, int label) {
    return store.slices(Split.TRAIN).stream().anyMatch(slice -> slice.labelled(label));
  }
}
