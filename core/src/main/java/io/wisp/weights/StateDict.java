package io.wisp.weights;

import io.wisp.BadFile;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The weights among all that a checkpoint holds.
 *
 * @param wrapper the key they are under, if any
 * @param tensors by name, in the order of the file
 */
record StateDict(Optional<String> wrapper, Map<String, TensorView> tensors) {
  private static final List<String> PREFERRED =
      List.of(
          "ema",
          "ema_state_dict",
          "model_ema",
          "state_dict",
          "model_state_dict",
          "model",
          "network",
          "net");

  /** What {@code torch.nn.DataParallel} puts before every name. */
  private static final String PARALLEL = "module.";

  /** Finds the weights; see {@link TorchCheckpoint#read(Path)}. */
  static StateDict choose(Path file, Object root) {
    PythonDict dict = dict(file, root);
    List<String> wrappers = wrappers(dict);
    Optional<String> preferred = PREFERRED.stream().filter(wrappers::contains).findFirst();
    if (preferred.isPresent()) {
      return under(file, root, preferred.get());
    }
    if (dict.holdsTensors()) {
      return new StateDict(Optional.empty(), tensors(file, dict));
    }
    if (wrappers.size() == 1) {
      return under(file, root, wrappers.get(0));
    }
    throw new BadFile(
        file,
        "%s: it is unclear which entry holds the weights; the file holds %s. %s"
            .formatted(
                file,
                Names.list(dict.entries()),
                "In Python, save the one you mean alone: torch.save(checkpoint['model'], …)"));
  }

  /** The weights under one key of the outermost dictionary. */
  static StateDict under(Path file, Object root, String wrapper) {
    PythonDict dict = dict(file, root);
    if (dict.get(wrapper) instanceof PythonDict inner && inner.holdsTensors()) {
      return new StateDict(Optional.of(wrapper), tensors(file, inner));
    }
    throw new BadFile(
        file,
        "%s has no weights under %s; the file holds %s"
            .formatted(file, Names.quote(wrapper), Names.list(dict.entries())));
  }

  private static PythonDict dict(Path file, Object root) {
    if (root instanceof PythonDict dict) {
      return dict;
    }
    throw new BadFile(
        file,
        file
            + " holds no dictionary of weights. In Python, write it with"
            + " torch.save(model.state_dict(), 'weights.pt').");
  }

  private static List<String> wrappers(PythonDict dict) {
    return dict.entries().entrySet().stream()
        .filter(entry -> entry.getKey() instanceof String)
        .filter(entry -> entry.getValue() instanceof PythonDict inner && inner.holdsTensors())
        .map(entry -> (String) entry.getKey())
        .toList();
  }

  private static Map<String, TensorView> tensors(Path file, PythonDict dict) {
    Map<String, TensorView> named = new LinkedHashMap<>();
    dict.entries()
        .forEach(
            (key, value) -> {
              if (value instanceof TensorView tensor) {
                if (!(key instanceof String name)) {
                  throw new BadFile(
                      file, file + " holds tensors without names, so no model's weights");
                }
                named.put(name, tensor);
              }
            });
    return withoutParallelPrefix(named);
  }

  private static Map<String, TensorView> withoutParallelPrefix(Map<String, TensorView> tensors) {
    if (!tensors.keySet().stream().allMatch(name -> name.startsWith(PARALLEL))) {
      return tensors;
    }
    Map<String, TensorView> renamed = new LinkedHashMap<>();
    tensors.forEach((name, tensor) -> renamed.put(name.substring(PARALLEL.length()), tensor));
    return renamed;
  }
}
