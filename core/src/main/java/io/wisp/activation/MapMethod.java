package io.wisp.activation;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The methods by the names under which users choose them. */
public enum MapMethod {
  /** Algorithm 1. */
  CDM("cdm", "CDM", RunKind.DIFFUSION),
  /** Algorithm 1, guided by a classifier. */
  CG_CDM("cg-cdm", "CG-CDM", RunKind.DIFFUSION, RunKind.CLASSIFIER),
  /** Encoded, decoded as healthy with guidance by a classifier, and compared. */
  CG_DIFF("cg-diff", "CG-Diff", RunKind.DIFFUSION, RunKind.CLASSIFIER),
  /** Encoded and decoded under the healthy label, and compared. */
  CG_DIFF_UNGUIDED("cg-diff-unguided", "CG-Diff unguided", RunKind.DIFFUSION),
  /** Encoded under the label of the object, decoded under the healthy one, and compared. */
  CG_DIFF_CONDITIONAL("cg-diff-conditional", "CG-Diff conditional", RunKind.DIFFUSION),
  GRADCAM("gradcam", "GradCAM", RunKind.CLASSIFIER),
  GRADCAM_PLUS_PLUS("gradcam++", "GradCAM++", RunKind.CLASSIFIER),
  SCORECAM("scorecam", "ScoreCAM", RunKind.CLASSIFIER),
  LAYERCAM("layercam", "LayerCAM", RunKind.CLASSIFIER),
  /** A U-Net trained on masks: the upper bound. */
  FSL("fsl", "FSL", RunKind.SEGMENTER),
  /** A U-Net trained on masks that a weak method made. */
  STUDENT("student", "Student", RunKind.STUDENT);

  private final String name;
  private final String title;

  @SuppressWarnings("ImmutableEnumChecker") // it cannot be changed
  private final Set<RunKind> asks;

  MapMethod(String name, String title, RunKind... asks) {
    this.name = name;
    this.title = title;
    this.asks = Collections.unmodifiableSet(EnumSet.copyOf(List.of(asks)));
  }

  /** The method of that name. */
  public static Optional<MapMethod> of(String name) {
    return Arrays.stream(values()).filter(method -> method.name.equals(name)).findFirst();
  }

  /** The names of all methods. */
  public static List<String> names() {
    return Arrays.stream(values()).map(MapMethod::methodName).toList();
  }

  /** The name as it is typed. */
  @JsonValue
  public String methodName() {
    return name;
  }

  /** The name in tables. */
  public String title() {
    return title;
  }

  /** The networks that it asks. */
  public Set<RunKind> asks() {
    return asks;
  }

  /** Whether a map is the probability of the object, which is cut as it is. */
  public boolean probabilistic() {
    return asks.contains(RunKind.SEGMENTER) || asks.contains(RunKind.STUDENT);
  }

  /** Whether low values of a map may mark the object, too; else maps are 0 or more. */
  public boolean signed() {
    return this == CDM || this == CG_CDM;
  }
}
