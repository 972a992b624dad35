package io.wisp.activation;

import static org.assertj.core.api.Assertions.assertThat;

import io.wisp.diffusion.Clip;
import io.wisp.diffusion.Diffusion;
import io.wisp.diffusion.Losses;
import io.wisp.diffusion.NoiseSchedule;
import io.wisp.diffusion.Variance;
import io.wisp.engine.Engine;
import io.wisp.network.EncoderUNetModel;
import io.wisp.network.Network;
import io.wisp.network.TinyNetwork;
import io.wisp.network.UNetModel;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Methods that ask networks of three labels. */
class ContrastSettingsTest {
  private static final ContrastSettings SECOND = new ContrastSettings(2, 0);
  private static final Losses LOSSES =
      new Losses(new Diffusion(NoiseSchedule.of(NoiseSchedule.Kind.LINEAR, 1000)), Variance.FIXED);
  private static final ImageNoise NOISE = new ImageNoise(1);
  private static final PerturbationSettings ONE_STEP =
      new PerturbationSettings(
          List.of(200),
          1,
          1,
          0.5,
          PerturbationSettings.Against.ABSENT,
          1,
          1,
          Clip.NONE,
          StepConvention.PAPER,
          Flips.NONE);

  private static UNetModel predictor;
  private static EncoderUNetModel classifier;

  @BeforeAll
  static void makeNetworks() {
    predictor = TinyNetwork.golden("num_classes=3");
    classifier =
        EncoderUNetModel.golden(
            TinyNetwork.config("out_channels=3", "num_classes=0", "num_head_channels=16"),
            Engine.reference());
  }

  @AfterAll
  static void freeNetworks() {
    predictor.close();
    classifier.close();
  }

  @Test
  void theLabelsReachTheBranchesOfAlgorithm1() {
    List<LabelledImage> images = TinyImages.of(2, 16);
    List<float[]> byHand =
        new ConditionPerturbation(predictor, LOSSES, ONE_STEP, 2, 0, NOISE, 2).maps(images);
    assertThat(map(PerturbationMethod.CDM, SECOND)).isEqualTo(byHand.get(1));
  }

  @ParameterizedTest
  @ValueSource(strings = {"cdm", "cg-cdm", "cg-diff-conditional", "gradcam", "layercam"})
  void anotherLabelIsSoughtByAnotherMap(String name) {
    MapMethod method = MapMethod.named(name);
    assertThat(map(method, SECOND)).isNotEqualTo(map(method, ContrastSettings.usual()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"cdm", "cg-diff", "cg-diff-unguided"})
  void aLabelHeldAgainstAnotherGivesAnotherMap(String name) {
    MapMethod method = MapMethod.named(name);
    assertThat(map(method, SECOND)).isNotEqualTo(map(method, new ContrastSettings(2, 1)));
  }

  private static float[] map(MapMethod method, ContrastSettings contrast) {
    MapSettings published = MapSettings.published();
    MapSettings quick =
        new MapSettings(contrast, published.sections())
            .withMap(ONE_STEP)
            .with(
                TranslationSettings.SECTION,
                new TranslationSettings(6, 2, 100, Clip.NONE, StepConvention.PAPER));
    Map<RunKind, Network> networks =
        Map.of(RunKind.DIFFUSION, predictor, RunKind.CLASSIFIER, classifier);
    return method
        .make(new MethodInputs(networks, quick, LOSSES, NOISE, 16, 2))
        .maps(TinyImages.of(2, 16))
        .get(1);
  }
}
