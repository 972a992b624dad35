package io.wisp.activation;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.wisp.BadSetting;
import io.wisp.mask.MaskRecipe;
import java.util.List;
import java.util.Set;

/**
 * A way from images to activation maps, chosen by its name. {@link MapMethods} lists all; a {@link
 * java.util.ServiceLoader} finds those from outside Wisp.
 */
public interface MapMethod {
  /** Its name, the networks that it uses, its settings. */
  MethodDescription description();

  /**
   * Makes the method from trained networks.
   *
   * @throws io.wisp.UserError if its settings do not suit the networks
   */
  ActivationMethod make(MethodInputs inputs);

  /** The name on the command line and in files. */
  @JsonValue
  default String methodName() {
    return description().name();
  }

  /** The name in tables. */
  default String title() {
    return description().title();
  }

  /** The type by which tables sort it. */
  default MethodType type() {
    return description().type();
  }

  /** The networks that it uses. */
  default Set<RunKind> asks() {
    return description().asks();
  }

  /** Its sections of the settings. */
  default List<MethodSection<?>> sections() {
    return description().sections();
  }

  /** The parameters as published, in words; empty if there are none. */
  default String publishedParameters() {
    return description().publishedParameters();
  }

  /** Its settings among those of all methods, for the record. */
  default MethodSettings settings(MapSettings all) {
    return all.of(sections().get(0));
  }

  /** Whether low values of a map may also mark the object; else maps are 0 or more. */
  default boolean signed() {
    return false;
  }

  /**
   * How masks are made from its maps.
   *
   * @param usual the run's recipe, which suits the maps of networks
   */
  default MaskRecipe mask(MapSettings settings, MaskRecipe usual) {
    return usual;
  }

  /** Whether it asks a trained network; else it is a rule that learns nothing. */
  default boolean learns() {
    return !asks().isEmpty();
  }

  /** Whether it has learned from masks; a map is then the probability of the object. */
  default boolean supervised() {
    return asks().stream().anyMatch(RunKind::segments);
  }

  /**
   * The method of that name.
   *
   * @throws BadSetting if there is none
   */
  @JsonCreator
  static MapMethod named(String name) {
    return MapMethods.of(name)
        .orElseThrow(
            () ->
                new BadSetting(
                    "method",
                    name,
                    "There is no method '%s'; there are: %s."
                        .formatted(name, String.join(", ", MapMethods.names()))));
  }
}
