package io.wisp.segmentation;

import io.wisp.UserError;
import io.wisp.activation.MapMethod;
import io.wisp.activation.MapMethods;
import io.wisp.activation.MissingNetwork;
import io.wisp.activation.PerturbationMethod;
import io.wisp.activation.RunKind;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * The run folders that maps are made from; the method decides which are used.
 *
 * @param folders one for each network given
 */
public record ModelRuns(Map<RunKind, Path> folders) {
  public ModelRuns {
    folders = Map.copyOf(folders);
  }

  /** One network only. */
  public static ModelRuns of(RunKind kind, Path run) {
    return new ModelRuns(Map.of(kind, run));
  }

  /** The run of that network, if given. */
  public Optional<Path> folder(RunKind kind) {
    return Optional.ofNullable(folders.get(kind));
  }

  /** The method to use if none is chosen: the first for which these runs suffice, else CDM. */
  public MapMethod usualMethod() {
    return MapMethods.all().stream()
        .filter(method -> method.learns() && folders.keySet().containsAll(method.asks()))
        .findFirst()
        .orElse(PerturbationMethod.CDM);
  }

  /**
   * Checks that the method's networks are given.
   *
   * @throws UserError if one is missing
   */
  public void require(MapMethod method) {
    for (RunKind kind : method.asks()) {
      if (!folders.containsKey(kind)) {
        throw new MissingNetwork(
            kind,
            "The method %s needs %s, and none is given."
                .formatted(method.methodName(), kind.description()));
      }
    }
  }
}
