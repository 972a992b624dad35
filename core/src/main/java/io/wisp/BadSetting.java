package io.wisp;

/** A setting, or an argument of a call, that makes no sense or conflicts with others. */
public final class BadSetting extends UserError {
  private static final long serialVersionUID = 1;

  private final String name;
  private final String value;

  /**
   * @param name dotted, as in config.yaml, such as {@code train.steps}; the argument's name if it
   *     is no setting of a run
   * @param value as text; empty if it has none
   * @param message a sentence that names both
   */
  public BadSetting(String name, Object value, String message, Remedy... remedies) {
    super(message, remedies);
    this.name = name;
    this.value = String.valueOf(value);
  }

  private BadSetting(String name, String message, BadSetting cause) {
    super(message, cause, cause.remedies().toArray(Remedy[]::new));
    this.name = name;
    this.value = cause.value;
  }

  /**
   * Rejects a value that is not valid.
   *
   * @param holds whether the value is valid
   * @param wanted what is valid, such as {@code at least 1}
   */
  public static void unless(boolean holds, String name, Object value, String wanted) {
    if (!holds) {
      throw new BadSetting(name, value, "%s is %s, but must be %s.".formatted(name, value, wanted));
    }
  }

  /** Its dotted name, such as {@code train.steps}. */
  public String name() {
    return name;
  }

  /** Its value, as text; empty if it has none. */
  public String value() {
    return value;
  }

  /**
   * The same for a setting in a section, such as {@code classifier}; the message begins with it.
   */
  public BadSetting in(String section) {
    return new BadSetting(section + "." + name, section + "." + getMessage(), this);
  }

  /** The same; the message begins with where the setting was read from. */
  public BadSetting at(String origin) {
    return at(origin, "");
  }

  /**
   * The same for a setting in nested sections.
   *
   * @param path of the section, such as {@code classifier.train} for {@code train.steps}
   */
  public BadSetting at(String origin, String path) {
    String section = name.substring(0, Math.max(0, name.indexOf('.')));
    boolean within = !section.isEmpty() && path.endsWith("." + section);
    String outer = within ? path.substring(0, path.length() - section.length()) : "";
    return new BadSetting(outer + name, origin + ": " + getMessage(), this);
  }
}
