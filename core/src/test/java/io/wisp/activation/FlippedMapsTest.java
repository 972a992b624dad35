package io.wisp.activation;

import static org.assertj.core.api.Assertions.assertThat;

import io.wisp.diffusion.Diffusion;
import io.wisp.diffusion.Losses;
import io.wisp.diffusion.NoiseSchedule;
import io.wisp.diffusion.Variance;
import io.wisp.engine.Engine;
import io.wisp.network.TinyNetwork;
import io.wisp.network.UNetModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class FlippedMapsTest {
  private static final int SIDE = 16;

  /** What lies left of a pixel, summed along the row: a method that does not treat sides alike. */
  private static List<float[]> sumsFromTheLeft(List<LabelledImage> images, int columns) {
    List<float[]> maps = new ArrayList<>();
    for (LabelledImage image : images) {
      float[] map = image.pixels().clone();
      for (int p = 0; p < map.length; p++) {
        map[p] += p % columns == 0 ? 0 : map[p - 1];
      }
      maps.add(map);
    }
    return maps;
  }

  @Test
  void theMapsOfImageAndMirrorImageAreAveragedInPlace() {
    LabelledImage image = new LabelledImage(new float[] {1, 2, 4, 8, 0, 0}, "a", 0.5);
    ActivationMethod method = images -> sumsFromTheLeft(images, 3);
    assertThat(Flips.HORIZONTAL.around(method, 3).maps(List.of(image)).get(0))
        .containsExactly((1 + 7) / 2f, (3 + 6) / 2f, (7 + 4) / 2f, (8 + 8) / 2f, 4, 4);
  }

  @Test
  void withoutFlipsTheMethodIsItself() {
    ActivationMethod method = images -> List.of();
    assertThat(Flips.NONE.around(method, 3)).isSameAs(method);
  }

  @Property(tries = 50)
  void theMirrorImageHasTheMirroredMap(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 7) int columns) {
    LabelledImage image = new LabelledImage(values(seed, 4 * columns), "a", 0.5);
    ActivationMethod method =
        Flips.HORIZONTAL.around(images -> sumsFromTheLeft(images, columns), columns);
    float[] map = method.maps(List.of(image)).get(0);
    assertThat(method.maps(List.of(image.mirrored(columns))).get(0))
        .containsExactly(LabelledImage.mirrored(map, columns));
  }

  private static float[] values(long seed, int count) {
    Random random = new Random(seed);
    float[] values = new float[count];
    for (int i = 0; i < count; i++) {
      values[i] = 2 * random.nextFloat() - 1;
    }
    return values;
  }

  @Test
  void theMirrorImageHasNoiseOfItsOwn() {
    List<String> asked = new ArrayList<>();
    ActivationMethod method =
        images -> {
          images.forEach(image -> asked.add(image.identity()));
          return images.stream().map(LabelledImage::pixels).toList();
        };
    Flips.HORIZONTAL.around(method, SIDE).maps(TinyImages.of(3, SIDE));
    assertThat(asked).hasSize(6).doesNotHaveDuplicates();
  }

  @Test
  void theFactoryAppliesWhatTheSettingsSay() {
    List<LabelledImage> images = TinyImages.of(2, SIDE);
    List<LabelledImage> mirrored = images.stream().map(image -> image.mirrored(SIDE)).toList();
    try (UNetModel model = TinyNetwork.random(Engine.reference())) {
      float[] own = maps(model, Flips.NONE, images).get(1);
      float[] back = LabelledImage.mirrored(maps(model, Flips.NONE, mirrored).get(1), SIDE);
      float[] mean = new float[own.length];
      for (int p = 0; p < mean.length; p++) {
        mean[p] = (own[p] + back[p]) / 2;
      }
      float[] flipped = maps(model, Flips.HORIZONTAL, images).get(1);
      assertThat(TinyNetwork.distance(mean, flipped)).isLessThan(2e-4);
      assertThat(TinyNetwork.distance(own, flipped)).isGreaterThan(1e-2);
    }
  }

  private static List<float[]> maps(UNetModel model, Flips flips, List<LabelledImage> images) {
    PerturbationSettings map =
        PerturbationSettings.published().withIterations(1).withTau(0).withFlips(flips);
    Losses losses =
        new Losses(
            new Diffusion(NoiseSchedule.of(NoiseSchedule.Kind.LINEAR, 1000)), Variance.FIXED);
    MethodInputs inputs =
        new MethodInputs(
            Map.of(RunKind.DIFFUSION, model),
            MapSettings.published().withMap(map),
            losses,
            new ImageNoise(1),
            16,
            4);
    return PerturbationMethod.CDM.make(inputs).maps(images);
  }
}
