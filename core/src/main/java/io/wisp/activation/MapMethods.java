package io.wisp.activation;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.stream.Stream;

/**
 * All methods: Wisp's own, and those that {@link ServiceLoader} finds under {@link MapMethod}. A
 * method of your own is a class with a constructor without parameters, named in {@code
 * META-INF/services/io.wisp.activation.MapMethod} or provided by a module.
 */
public final class MapMethods {
  private static final List<MapMethod> ALL =
      distinct(
          Stream.of(
                  Arrays.asList(PerturbationMethod.values()),
                  Arrays.asList(TranslationMethod.values()),
                  Arrays.asList(ClassActivationKind.values()),
                  Arrays.asList(SegmentationMethod.values()),
                  Arrays.asList(RuleMethod.values()),
                  ServiceLoader.load(MapMethod.class, MapMethods.class.getClassLoader()).stream()
                      .map(ServiceLoader.Provider::get)
                      .toList())
              .<MapMethod>flatMap(Collection::stream)
              .toList());

  private static final List<MethodSection<?>> SECTIONS =
      ALL.stream()
          .<MethodSection<?>>flatMap(method -> method.sections().stream())
          .distinct()
          .toList();

  private MapMethods() {}

  private static List<MapMethod> distinct(List<MapMethod> methods) {
    Set<String> names = new HashSet<>();
    for (MapMethod method : methods) {
      if (!names.add(method.methodName())) {
        throw new IllegalStateException(
            "two methods are called %s; one is %s"
                .formatted(method.methodName(), method.getClass().getName()));
      }
    }
    return methods;
  }

  /** All methods: Wisp's own in the order of its tables, then the others. */
  public static List<MapMethod> all() {
    return ALL;
  }

  /** The method of that name. */
  public static Optional<MapMethod> of(String name) {
    return ALL.stream().filter(method -> method.methodName().equals(name)).findFirst();
  }

  /** The names of all methods. */
  public static List<String> names() {
    return ALL.stream().map(MapMethod::methodName).toList();
  }

  /** The sections of the settings that methods have, each once. */
  public static List<MethodSection<?>> sections() {
    return SECTIONS;
  }
}
