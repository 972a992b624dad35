package io.wisp.segmentation;

import io.wisp.Progress;
import io.wisp.SegmentationEngine;
import io.wisp.SegmentationEngine.Segmenter;
import io.wisp.activation.ActivationMethod;
import io.wisp.activation.LabelledImage;
import io.wisp.activation.RunKind;
import io.wisp.base.CloseOnFailure;
import io.wisp.engine.Engine;
import io.wisp.network.Network;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The networks of runs, which this owns.
 *
 * @param own those that LibTorch computes
 * @param elsewhere those that another engine computes, found by {@link ServiceLoader}
 */
record OpenNetworks(Map<RunKind, Network> own, Map<RunKind, Segmenter> elsewhere)
    implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(OpenNetworks.class);

  private static final List<SegmentationEngine> ENGINES =
      ServiceLoader.load(SegmentationEngine.class, OpenNetworks.class.getClassLoader()).stream()
          .map(ServiceLoader.Provider::get)
          .toList();

  /** Opens the network of each run. */
  static OpenNetworks of(Map<RunKind, OpenedRun> runs, Engine engine) {
    OpenNetworks all = new OpenNetworks(new EnumMap<>(RunKind.class), new EnumMap<>(RunKind.class));
    try (CloseOnFailure opened = new CloseOnFailure()) {
      opened.add(all);
      runs.forEach((kind, run) -> all.add(kind, run, engine));
      opened.keep();
    }
    return all;
  }

  private void add(RunKind kind, OpenedRun run, Engine engine) {
    Optional<Segmenter> other = kind.segments() ? elsewhere(run.folder().path()) : Optional.empty();
    other.ifPresentOrElse(
        network -> elsewhere.put(kind, network), () -> own.put(kind, run.network(engine)));
  }

  /** A segmenter or student, if another engine computes it. */
  static Optional<Segmenter> elsewhere(Path run) {
    for (SegmentationEngine engine : ENGINES) {
      Optional<Segmenter> network = engine.open(run);
      if (network.isPresent()) {
        LOG.info("{} is computed by {}", run, engine.getClass().getName());
        return network;
      }
    }
    return Optional.empty();
  }

  /**
   * The networks that other engines compute, as methods.
   *
   * @param side rows and columns of an image
   * @param batch images that are computed together
   */
  Map<RunKind, ActivationMethod> methodsElsewhere(int side, int batch) {
    Map<RunKind, ActivationMethod> methods = new EnumMap<>(RunKind.class);
    elsewhere.forEach((kind, network) -> methods.put(kind, method(network, side, batch)));
    return methods;
  }

  private static ActivationMethod method(Segmenter network, int side, int batch) {
    return images ->
        Progress.chunked(
            images, batch, some -> network.probabilities(pixels(some, network.neighbours()), side));
  }

  private static List<float[]> pixels(List<LabelledImage> images, int neighbours) {
    return images.stream().map(image -> image.between(neighbours).pixels()).toList();
  }

  @Override
  public void close() {
    own.values().forEach(Network::close);
    elsewhere.values().forEach(Segmenter::close);
  }
}
