package io.wisp.activation;

import io.wisp.mask.ComponentRule;
import io.wisp.mask.Foreground;
import io.wisp.mask.HoleRule;
import io.wisp.mask.MaskRecipe;
import io.wisp.mask.Threshold;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Rules without a network. A method with one is worth its training where it beats them on held-out
 * patients.
 */
public enum RuleMethod implements MapMethod {
  /** Brighter (darker, either) than the slice's median by some robust standard deviations. */
  BRIGHT("bright", "Bright", ComponentRule.SEVERAL),
  /**
   * Brighter than Otsu's threshold of the pixels that are brighter than Otsu's threshold; dark
   * objects in the negative, either in the distances from the slice's median.
   */
  OTSU("otsu", "Otsu", ComponentRule.SEVERAL),
  /**
   * Brighter (darker) than the volume's median by some robust standard deviations; either: the same
   * of the distances from the slice's median.
   */
  VOLUME("bright-volume", "Bright in the volume", ComponentRule.LARGEST_3D) {
    @Override
    MaskRecipe cut(RuleSettings settings, Foreground foreground) {
      return MaskRecipe.published()
          .withForeground(
              foreground.rule() == Foreground.Rule.EVERYWHERE
                  ? Foreground.aboveLevel(settings.level(), 0)
                  : foreground)
          .withThreshold(Threshold.aboveMedianPerVolume(settings.factor()));
    }
  },
  /** A circle in the middle of the foreground. */
  CIRCLE("circle", "Circle", ComponentRule.ALL),
  /**
   * Where positive slices of training patients are on average brighter (darker, either) than
   * negative ones, {@link MeanPlace}; the largest differences, as many as a circle covers.
   */
  PLACE("place", "Mean place", ComponentRule.SEVERAL);

  @SuppressWarnings("ImmutableEnumChecker") // a record of List.of and Set.of
  private final MethodDescription description;

  private final ComponentRule components;

  RuleMethod(String name, String title, ComponentRule components) {
    this.components = components;
    description =
        new MethodDescription(
            name, title, MethodType.RULE, Set.of(), List.of(RuleSettings.SECTION), "");
  }

  /** The rules that are not among some methods, to compare these with. */
  public static List<RuleMethod> besides(List<MapMethod> methods) {
    return Stream.of(values()).filter(rule -> !methods.contains(rule)).toList();
  }

  @Override
  public MethodDescription description() {
    return description;
  }

  /** Whether it looks at the labelled slices of training patients. */
  public boolean averagesTraining() {
    return this == PLACE;
  }

  /** The settings that image labels can choose: those that change what a slice shows of itself. */
  public List<String> choices() {
    return switch (this) {
      case BRIGHT, VOLUME -> List.of("rule.side", "rule.factor");
      case OTSU -> List.of("rule.side");
      case CIRCLE, PLACE -> List.of();
    };
  }

  /** As the rule says; of the run's recipe at most the foreground counts. */
  @Override
  public MaskRecipe mask(MapSettings settings, MaskRecipe usual) {
    return cut(settings.of(RuleSettings.SECTION), usual.foreground())
        .withComponents(components)
        .withHoles(HoleRule.FILL);
  }

  MaskRecipe cut(RuleSettings settings, Foreground foreground) {
    return MaskRecipe.ofProbability(RuleMap.CUT);
  }

  @Override
  public ActivationMethod make(MethodInputs inputs) {
    int side = inputs.imageSize();
    float[] place =
        averagesTraining()
            ? MeanPlace.of(inputs.training().read(), inputs.settings().contrast(), side * side)
            : new float[0];
    return new RuleMap(this, inputs.settings(RuleSettings.SECTION), side, place);
  }
}
