package io.wisp.activation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.wisp.UserError;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class PresenceCalibrationTest {
  private static final LabelledImage IMAGE = new LabelledImage(new float[1], "image", 0.5);

  @Property
  void scaleOneAndShiftZeroChangeNothing(@ForAll @DoubleRange(min = 0.01, max = 0.99) double p) {
    assertThat(new PresenceCalibration(1, 0, 0.5).probability(p)).isCloseTo(p, within(1e-12));
  }

  @Property
  void theOrderOfSlicesStays(
      @ForAll @DoubleRange(max = 1) double p,
      @ForAll @DoubleRange(max = 1) double q,
      @ForAll @DoubleRange(min = 0.01, max = 100) double scale,
      @ForAll @DoubleRange(min = -10, max = 10) double shift) {
    PresenceCalibration calibration = new PresenceCalibration(scale, shift, 0.5);
    assertThat(calibration.probability(Math.min(p, q)))
        .isBetween(0.0, calibration.probability(Math.max(p, q)));
  }

  @Test
  void aMethodSaysTheSameBothWays() {
    ActivationMethod method = new PresenceCalibration(2, 0, 0.3).ofMethod(new Telling());
    SlicePresence presence = method.presence().orElseThrow();
    double told = presence.of(List.of(IMAGE))[0];
    assertThat(told).isCloseTo(0.64 / (0.64 + 0.04), within(1e-12));
    assertThat(presence.cut()).isEqualTo(0.3);
    assertThat(method.judged(List.of(IMAGE)).get(0).presence()).isEqualTo(told);
  }

  @Test
  void aMethodThatSaysNothingOfSlicesStillDoesNot() {
    ActivationMethod silent = images -> List.of(new float[1]);
    ActivationMethod method = new PresenceCalibration(2, 0, 0.3).ofMethod(silent);
    assertThat(method.presence()).isEmpty();
    assertThat(method.judged(List.of(IMAGE)).get(0).presence()).isNaN();
  }

  @Test
  void aScaleThatTurnsSlicesAroundIsRefused() {
    assertThatThrownBy(() -> new PresenceCalibration(-1, 0, 0.5))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("presence.scale is -1.0, but must be above 0");
  }

  private static final class Telling implements ActivationMethod {
    @Override
    public List<float[]> maps(List<LabelledImage> images) {
      return List.of(new float[1]);
    }

    @Override
    public Optional<SlicePresence> presence() {
      return Optional.of(images -> new double[] {0.8});
    }

    @Override
    public List<JudgedMap> judged(List<LabelledImage> images) {
      return List.of(new JudgedMap(new float[1], 0.8));
    }
  }
}
