package io.wisp.activation;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The methods by the names under which users choose them. */
public enum MapMethod {
  /** Algorithm 1. */
  CDM("cdm", "CDM", Needs.DIFFUSION),
  /** Algorithm 1, guided by a classifier. */
  CG_CDM("cg-cdm", "CG-CDM", Needs.BOTH),
  /** Encoded, decoded as healthy with guidance by a classifier, and compared. */
  CG_DIFF("cg-diff", "CG-Diff", Needs.BOTH),
  /** Encoded and decoded under the healthy label, and compared. */
  CG_DIFF_UNGUIDED("cg-diff-unguided", "CG-Diff unguided", Needs.DIFFUSION),
  /** Encoded under the label of the object, decoded under the healthy one, and compared. */
  CG_DIFF_CONDITIONAL("cg-diff-conditional", "CG-Diff conditional", Needs.DIFFUSION),
  GRADCAM("gradcam", "GradCAM", Needs.CLASSIFIER),
  GRADCAM_PLUS_PLUS("gradcam++", "GradCAM++", Needs.CLASSIFIER),
  SCORECAM("scorecam", "ScoreCAM", Needs.CLASSIFIER),
  LAYERCAM("layercam", "LayerCAM", Needs.CLASSIFIER),
  /** A U-Net trained on masks: the upper bound. */
  FSL("fsl", "FSL", Needs.SEGMENTER),
  /** A U-Net trained on masks that a weak method made. */
  STUDENT("student", "Student", Needs.STUDENT);

  /** Which trained networks a method asks. */
  private enum Needs {
    DIFFUSION,
    CLASSIFIER,
    BOTH,
    SEGMENTER,
    STUDENT
  }

  private final String name;
  private final String title;
  private final Needs needs;

  MapMethod(String name, String title, Needs needs) {
    this.name = name;
    this.title = title;
    this.needs = needs;
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

  public boolean needsDiffusion() {
    return needs == Needs.DIFFUSION || needs == Needs.BOTH;
  }

  public boolean needsClassifier() {
    return needs == Needs.CLASSIFIER || needs == Needs.BOTH;
  }

  public boolean needsSegmenter() {
    return needs == Needs.SEGMENTER;
  }

  public boolean needsStudent() {
    return needs == Needs.STUDENT;
  }

  /** Whether a map is the probability of the object, which is cut as it is. */
  public boolean probabilistic() {
    return needsSegmenter() || needsStudent();
  }

  /** Whether low values of a map may mark the object, too; else maps are 0 or more. */
  public boolean signed() {
    return this == CDM || this == CG_CDM;
  }
}
