package io.wisp.activation;

import io.wisp.mask.MaskRecipe;
import io.wisp.network.SegmentationNetwork;
import java.util.List;
import java.util.Set;

/** The methods that learned from masks. */
public enum SegmentationMethod implements MapMethod {
  /** A U-Net trained on manual masks: the upper bound. */
  FSL("fsl", "FSL", MethodType.FSL, RunKind.SEGMENTER, SupervisedSettings.FSL),
  /** A U-Net trained on masks that a weak method made. */
  STUDENT("student", "Student", MethodType.STUDENT, RunKind.STUDENT, SupervisedSettings.STUDENT);

  private final RunKind kind;

  @SuppressWarnings("ImmutableEnumChecker") // a record of records
  private final MethodSection<SupervisedSettings> section;

  @SuppressWarnings("ImmutableEnumChecker") // a record of List.of and Set.of
  private final MethodDescription description;

  SegmentationMethod(
      String name,
      String title,
      MethodType type,
      RunKind kind,
      MethodSection<SupervisedSettings> section) {
    this.kind = kind;
    this.section = section;
    description = new MethodDescription(name, title, type, Set.of(kind), List.of(section), "");
  }

  @Override
  public MethodDescription description() {
    return description;
  }

  /** Probabilities are thresholded without scaling. */
  @Override
  public MaskRecipe mask(MapSettings settings, MaskRecipe usual) {
    return settings.of(section).recipe();
  }

  @Override
  public ActivationMethod make(MethodInputs inputs) {
    ActivationMethod other = inputs.elsewhere().get(kind);
    return other != null
        ? other
        : new SupervisedSegmentation((SegmentationNetwork) inputs.network(kind), inputs.batch());
  }
}
