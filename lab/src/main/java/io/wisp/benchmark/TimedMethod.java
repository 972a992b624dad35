package io.wisp.benchmark;

import io.wisp.activation.ActivationMethod;
import io.wisp.activation.ContrastSettings;
import io.wisp.activation.Flips;
import io.wisp.activation.ImageNoise;
import io.wisp.activation.LabelledImage;
import io.wisp.activation.MapMethod;
import io.wisp.activation.MapSettings;
import io.wisp.activation.MethodInputs;
import io.wisp.activation.PerturbationMethod;
import io.wisp.activation.PerturbationSettings;
import io.wisp.activation.TrainingSlice;
import io.wisp.training.RunSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * An activation method with its settings.
 *
 * @param name for people
 * @param method makes it for a network
 */
record TimedMethod(String name, Function<Variant, ActivationMethod> method) {
  private static final int SEED = 1;

  /** The plan's methods with the preset's settings, and Algorithm 1 also with the paper's. */
  static List<TimedMethod> of(BenchmarkPlan plan) {
    return plan.methods().stream()
        .flatMap(
            method ->
                method == PerturbationMethod.CDM
                    ? perturbations(plan.settings().map()).stream()
                    : Stream.of(
                        new TimedMethod(
                            method.title(),
                            variant -> made(method, variant.settings().maps(), variant))))
        .toList();
  }

  private static List<TimedMethod> perturbations(PerturbationSettings preset) {
    PerturbationSettings published = PerturbationSettings.published();
    TimedMethod asPublished = perturbation("CDM, the paper's settings", published);
    return preset.equals(published)
        ? List.of(asPublished)
        : List.of(perturbation("CDM, the preset's settings", preset), asPublished);
  }

  private static ActivationMethod made(MapMethod method, MapSettings settings, Variant variant) {
    int side = variant.settings().network().imageSize();
    ContrastSettings contrast = settings.contrast();
    return method.make(
        new MethodInputs(
            method.asks().stream().collect(Collectors.toMap(kind -> kind, variant::network)),
            Map.of(),
            settings,
            variant.settings().diffusion().losses(),
            new ImageNoise(SEED),
            side,
            MethodInputs.batch(side),
            () -> Stream.of(blank(side, contrast.present()), blank(side, contrast.absent()))));
  }

  private static TrainingSlice blank(int side, int label) {
    return new TrainingSlice(new float[side * side], 0, label);
  }

  /** One evaluation of a slice in both branches: enough to see how much memory a map takes. */
  static TimedMethod shortest(RunSettings settings) {
    PerturbationSettings map = settings.map();
    return perturbation(
        "CDM, one iteration",
        map.withIterations(1)
            .withDraws(1)
            .withNoiseLevels(map.noiseLevels().subList(0, 1))
            .withFlips(Flips.NONE));
  }

  private static TimedMethod perturbation(String name, PerturbationSettings map) {
    return new TimedMethod(
        "%s (%s evaluations)".formatted(name, map.evaluations()),
        variant -> made(PerturbationMethod.CDM, variant.settings().maps().withMap(map), variant));
  }

  /** The maps of that number of slices. */
  Task task(int slices) {
    return new Task(
        slices == 1 ? name : name + ", " + slices + " slices",
        "slice",
        slices,
        variant -> {
          ActivationMethod made = method.apply(variant);
          List<LabelledImage> images = images(variant.settings(), slices);
          return () -> made.maps(images);
        });
  }

  private static List<LabelledImage> images(RunSettings settings, int count) {
    Random random = new Random(SEED);
    int side = settings.network().imageSize();
    List<LabelledImage> images = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      float[] pixels = new float[settings.network().inChannels() * side * side];
      for (int p = 0; p < pixels.length; p++) {
        pixels[p] = 2 * random.nextFloat() - 1;
      }
      images.add(new LabelledImage(pixels, "slice " + i, i / (double) count));
    }
    return images;
  }
}
