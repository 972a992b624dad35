package io.wisp.activation;

/** What tables sort methods by: the paper's types, and self-training. */
public enum MethodType {
  /** Class activation maps. */
  CAM("CAM"),
  /** Diffusion models. */
  DM("DM"),
  /** Self-training on the masks of a diffusion model. */
  STUDENT("DM + student"),
  /** Fully supervised learning. */
  FSL("FSL"),
  /** Rules that learn nothing. */
  RULE("no learning");

  private final String title;

  MethodType(String title) {
    this.title = title;
  }

  /** The word in tables. */
  public String title() {
    return title;
  }
}
