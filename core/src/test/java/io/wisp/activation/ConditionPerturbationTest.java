package io.wisp.activation;

import static org.assertj.core.api.Assertions.assertThat;

import io.wisp.activation.PerturbationSettings.Against;
import io.wisp.diffusion.Clip;
import io.wisp.diffusion.Diffusion;
import io.wisp.diffusion.Losses;
import io.wisp.diffusion.NoiseSchedule;
import io.wisp.diffusion.Variance;
import io.wisp.engine.Engine;
import io.wisp.engine.Gradients;
import io.wisp.engine.Scope;
import io.wisp.engine.Tensors;
import io.wisp.network.TinyNetwork;
import io.wisp.network.UNetModel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConditionPerturbationTest {
  private static final int SIDE = 16;

  /**
   * Batches of other sizes are added up in another order: 1e-7 of an image, more of a map, which is
   * the small difference of two; relative to the largest value.
   */
  private static final double ROUNDING = 2e-4;

  private static final Diffusion DIFFUSION =
      new Diffusion(NoiseSchedule.of(NoiseSchedule.Kind.LINEAR, 1000));
  private static final PerturbationSettings ONE_STEP =
      settings(List.of(200), 1, 1, 0, 1, StepConvention.PAPER);

  private static UNetModel model;

  @BeforeAll
  static void makeNetwork() {
    model = TinyNetwork.random(Engine.reference());
    model.parameters().tensors().get("label_emb.weight").mul_(Tensors.scalar(20));
  }

  @AfterAll
  static void freeNetwork() {
    model.close();
  }

  @Test
  void aMapDoesNotDependOnBatchOrOrder() {
    List<LabelledImage> images = TinyImages.of(5, SIDE);
    List<float[]> alone = maps(ONE_STEP, 1, images);
    List<float[]> together = maps(ONE_STEP, 5, images);
    List<LabelledImage> reversed = new ArrayList<>(images);
    Collections.reverse(reversed);
    List<float[]> backwards = maps(ONE_STEP, 3, reversed);
    for (int i = 0; i < 5; i++) {
      assertClose(together.get(i), alone.get(i), ROUNDING);
      assertClose(backwards.get(4 - i), alone.get(i), ROUNDING);
    }
  }

  @Test
  void imagesOfDifferentPositionsHaveTogetherTheMapsThatTheyHaveAlone() {
    try (UNetModel placed = placed()) {
      List<LabelledImage> images = TinyImages.of(5, SIDE);
      List<float[]> alone = method(placed, 1).maps(images);
      List<float[]> together = method(placed, 5).maps(images);
      for (int i = 0; i < 5; i++) {
        assertClose(together.get(i), alone.get(i), ROUNDING);
      }
    }
  }

  @Test
  void aMapDependsOnThePositionWhereTheNetworkIsToldIt() {
    LabelledImage image = TinyImages.of(1, SIDE).get(0);
    LabelledImage elsewhere = new LabelledImage(image.pixels(), image.identity(), 0.9);
    try (UNetModel placed = placed()) {
      float[] here = method(placed, 1).maps(List.of(image)).get(0);
      float[] there = method(placed, 1).maps(List.of(elsewhere)).get(0);
      assertThat(TinyNetwork.distance(here, there)).isGreaterThan(1e-3);
    }
    assertThat(maps(ONE_STEP, 1, List.of(elsewhere)).get(0))
        .isEqualTo(maps(ONE_STEP, 1, List.of(image)).get(0));
  }

  private static UNetModel placed() {
    UNetModel network = TinyNetwork.random(Engine.reference(), "position=embedding");
    network.parameters().tensors().get("label_emb.weight").mul_(Tensors.scalar(20));
    return network;
  }

  private static ConditionPerturbation method(UNetModel network, int batch) {
    return new ConditionPerturbation(network, losses(), ONE_STEP, 1, 0, new ImageNoise(1), batch);
  }

  @Test
  void theSameSeedGivesTheSameMapAndAnotherSeedAnother() {
    float[] map = maps(ONE_STEP, 2, TinyImages.of(2, SIDE)).get(1);
    assertThat(maps(ONE_STEP, 2, TinyImages.of(2, SIDE)).get(1)).isEqualTo(map);
    assertThat(maps(ONE_STEP, new ImageNoise(2), 2, TinyImages.of(2, SIDE)).get(1))
        .isNotEqualTo(map);
  }

  @Test
  void drawsAndLevelsAreAveraged() {
    PerturbationSettings many = settings(List.of(100, 200), 1, 1, 0, 2, StepConvention.PAPER);
    LabelledImage image = TinyImages.of(1, SIDE).get(0);
    float[] mean = new float[SIDE * SIDE];
    for (int level : many.noiseLevels()) {
      for (int draw = 0; draw < many.draws(); draw++) {
        float[] map = singleMap(image, level, draw);
        for (int p = 0; p < mean.length; p++) {
          mean[p] += map[p] / 4;
        }
      }
    }
    assertClose(maps(many, 1, List.of(image)).get(0), mean, ROUNDING);
  }

  @Test
  void withoutADifferenceOfLabelsTheMapIsEmpty() {
    List<float[]> maps =
        new ConditionPerturbation(model, losses(), ONE_STEP, 1, 1, new ImageNoise(1), 2)
            .maps(TinyImages.of(2, SIDE));
    assertThat(maps.get(0)).containsOnly(0f);
  }

  @Test
  void theOppositeQuestionHasTheOppositeSign() {
    float[] map = maps(ONE_STEP, 1, TinyImages.of(1, SIDE)).get(0);
    float[] opposite =
        new ConditionPerturbation(model, losses(), ONE_STEP, 0, 1, new ImageNoise(1), 1)
            .maps(TinyImages.of(1, SIDE))
            .get(0);
    for (int p = 0; p < map.length; p++) {
      opposite[p] = -opposite[p];
    }
    assertClose(map, opposite, ROUNDING);
  }

  @Test
  void theImageCanBeCleanedToTheEnd() {
    PerturbationSettings toTheEnd = settings(List.of(20), 20, 3, 0, 1, StepConvention.PAPER);
    assertThat(maps(toTheEnd, 1, TinyImages.of(1, SIDE)).get(0)).doesNotContain(Float.NaN);
  }

  /** Algorithm 1 written out anew, at these timesteps one after the other. */
  @ParameterizedTest
  @CsvSource({
    "PAPER, 1, 200 199 198 197",
    "PUBLISHED_CODE, 1, 199 198 197 196",
    "PAPER, 7, 200 193 186 179"
  })
  void theStepsFollowTheConventionAndTheStride(
      StepConvention convention, int stride, String sequence) {
    PerturbationSettings settings = settings(List.of(200), 3, stride, 0.5, 1, convention);
    int[] t = Arrays.stream(sequence.split(" ")).mapToInt(Integer::parseInt).toArray();
    LabelledImage image = TinyImages.of(1, SIDE).get(0);
    float[] map = maps(settings, 1, List.of(image)).get(0);
    int[] late = Arrays.stream(t).map(step -> step - 1).toArray();
    assertClose(map, writtenOut(image, t, 0.5), ROUNDING);
    assertThat(TinyNetwork.distance(map, writtenOut(image, late, 0.5))).isGreaterThan(1e-3);
  }

  private static float[] writtenOut(LabelledImage image, int[] t, double tau) {
    try (Scope scope = new Scope();
        Gradients off = Gradients.off()) {
      Tensor y = model.embedLabels(Tensors.of(new long[] {0, 1}, 2));
      Tensor present = y.narrow(0, 1, 1);
      Tensor moved =
          present.mul(Tensors.scalar(tau)).add(y.narrow(0, 0, 1).mul(Tensors.scalar(1 - tau)));
      Tensor x = DIFFUSION.addNoise(tensor(image.pixels()), new int[] {200}, noise(image, 200, 0));
      Tensor other = x;
      Tensor sum = torch.zeros_like(x);
      for (int i = 0; i < t.length - 1; i++) {
        x = denoised(x, t[i], t[i + 1], present);
        other = denoised(other, t[i], t[i + 1], moved);
        sum = sum.add(x.sub(other).div(Tensors.scalar(1 - tau)));
      }
      return Tensors.toFloats(sum);
    }
  }

  private static Tensor denoised(Tensor x, int from, int to, Tensor embedding) {
    Tensor epsilon = model.forward(x, Tensors.of(new long[] {from}, 1), embedding);
    return DIFFUSION.ddimStep(x, new int[] {from}, new int[] {to}, epsilon, Clip.NONE);
  }

  /** In both branches, each with images of its own after the first step. */
  @ParameterizedTest
  @CsvSource({"ABSENT, 0.5", "ABSENT, 0", "NOTHING, 0.5", "NOTHING, 0"})
  void guidanceMovesTheNoiseOfBothBranchesAlongTheirLabels(Against against, double tau) {
    LabelledImage image = TinyImages.of(1, SIDE).get(0);
    float[] expected = writtenOut(image, tau, against, 3);
    assertClose(maps(guided(3, against, tau, 3), 1, List.of(image)).get(0), expected, ROUNDING);
    assertThat(TinyNetwork.distance(expected, writtenOut(image, tau, against, 2)))
        .isGreaterThan(0.01);
  }

  @Test
  void inOneStepWithoutClippingGuidanceOnlyScalesTheMap() {
    LabelledImage image = TinyImages.of(1, SIDE).get(0);
    float[] plain = maps(ONE_STEP, 1, List.of(image)).get(0);
    float[] guided = maps(guided(1, Against.ABSENT, 0, 3), 1, List.of(image)).get(0);
    for (int p = 0; p < plain.length; p++) {
      plain[p] *= 3;
    }
    assertClose(guided, plain, ROUNDING);
  }

  private static PerturbationSettings guided(
      int iterations, Against against, double tau, double guidance) {
    return new PerturbationSettings(
        List.of(200),
        iterations,
        1,
        tau,
        against,
        guidance,
        1,
        Clip.NONE,
        StepConvention.PAPER,
        Flips.NONE);
  }

  /** Three steps from t = 200 with ε_∅ + w (ε_y − ε_∅). */
  private static float[] writtenOut(
      LabelledImage image, double tau, Against against, double guidance) {
    try (Scope scope = new Scope();
        Gradients off = Gradients.off()) {
      Tensor y = model.embedLabels(Tensors.of(new long[] {0, 1}, 2));
      Tensor present = y.narrow(0, 1, 1);
      Tensor base = y.narrow(0, 0, 1).mul(Tensors.scalar(against == Against.ABSENT ? 1 : 0));
      Tensor moved = present.mul(Tensors.scalar(tau)).add(base.mul(Tensors.scalar(1 - tau)));
      Tensor x = DIFFUSION.addNoise(tensor(image.pixels()), new int[] {200}, noise(image, 200, 0));
      Tensor other = x;
      Tensor sum = torch.zeros_like(x);
      for (int t = 200; t > 197; t--) {
        x = guidedStep(x, t, present, guidance);
        other = guidedStep(other, t, moved, guidance);
        sum = sum.add(x.sub(other).div(Tensors.scalar(1 - tau)));
      }
      return Tensors.toFloats(sum);
    }
  }

  private static Tensor guidedStep(Tensor x, int t, Tensor embedding, double guidance) {
    Tensor step = Tensors.of(new long[] {t}, 1);
    Tensor free = model.forward(x, step, null);
    Tensor labelled = model.forward(x, step, embedding);
    Tensor epsilon =
        labelled.mul(Tensors.scalar(guidance)).add(free.mul(Tensors.scalar(1 - guidance)));
    return DIFFUSION.ddimStep(x, new int[] {t}, new int[] {t - 1}, epsilon, Clip.NONE);
  }

  private static float[] singleMap(LabelledImage image, int level, int draw) {
    try (Scope scope = new Scope();
        Gradients off = Gradients.off()) {
      return Tensors.toFloats(
          method(ONE_STEP, new ImageNoise(1), 1)
              .map(tensor(image.pixels()), noise(image, level, draw), level));
    }
  }

  private static Tensor noise(LabelledImage image, int level, int draw) {
    float[] values = new float[SIDE * SIDE];
    new ImageNoise(1).fill(image.identity(), level, draw, values, 0, values.length);
    return tensor(values);
  }

  private static Tensor tensor(float[] pixels) {
    return Tensors.of(pixels, 1, 1, SIDE, SIDE);
  }

  private static PerturbationSettings settings(
      List<Integer> levels,
      int iterations,
      int stride,
      double tau,
      int draws,
      StepConvention convention) {
    return new PerturbationSettings(
        levels,
        iterations,
        stride,
        tau,
        Against.ABSENT,
        1,
        draws,
        Clip.NONE,
        convention,
        Flips.NONE);
  }

  private static List<float[]> maps(
      PerturbationSettings settings, int batch, List<LabelledImage> images) {
    return maps(settings, new ImageNoise(1), batch, images);
  }

  private static List<float[]> maps(
      PerturbationSettings settings, ImageNoise noise, int batch, List<LabelledImage> images) {
    return method(settings, noise, batch).maps(images);
  }

  private static ConditionPerturbation method(
      PerturbationSettings settings, ImageNoise noise, int batch) {
    return new ConditionPerturbation(model, losses(), settings, 1, 0, noise, batch);
  }

  private static Losses losses() {
    return new Losses(DIFFUSION, Variance.FIXED);
  }

  private static void assertClose(float[] actual, float[] expected, double tolerance) {
    assertThat(TinyNetwork.distance(expected, actual)).isLessThan(tolerance);
  }
}
