package io.wisp.activation;

import io.wisp.BadSetting;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Makes what a network says of slices the probability that they hold the object: p' = σ(scale ·
 * logit(p) + shift) (Platt 1999).
 *
 * @param scale above 0, so that the order of slices stays
 * @param shift any finite number
 * @param cut slices of a higher p' are taken to hold the object, in [0, 1)
 */
public record PresenceCalibration(double scale, double shift, double cut) {
  /** Probabilities are float32, which round to 0 and 1. */
  private static final double LEAST = 1e-7;

  public PresenceCalibration {
    check(scale > 0 && Double.isFinite(scale), "scale", scale, "above 0");
    check(Double.isFinite(shift), "shift", shift, "a finite number");
    check(cut >= 0 && cut < 1, "cut", cut, "in [0, 1)");
  }

  private static void check(boolean holds, String name, Object value, String wanted) {
    BadSetting.unless(holds, "presence." + name, value, wanted);
  }

  /** log(p / (1 − p)), finite. */
  public static double logit(double p) {
    double inner = Math.max(LEAST, Math.min(1 - LEAST, p));
    return Math.log(inner / (1 - inner));
  }

  /** p' of a p. */
  public double probability(double p) {
    return 1 / (1 + Math.exp(-(scale * logit(p) + shift)));
  }

  /** A presence, calibrated. */
  public SlicePresence ofPresence(SlicePresence presence) {
    return new Calibrated(presence, this);
  }

  /** A method whose presence, if it tells any, is calibrated. */
  public ActivationMethod ofMethod(ActivationMethod method) {
    return new CalibratedMethod(method, this);
  }

  private record Calibrated(SlicePresence presence, PresenceCalibration calibration)
      implements SlicePresence {
    @Override
    public double[] of(List<LabelledImage> images) {
      return Arrays.stream(presence.of(images)).map(calibration::probability).toArray();
    }

    @Override
    public double cut() {
      return calibration.cut;
    }
  }

  private record CalibratedMethod(ActivationMethod method, PresenceCalibration calibration)
      implements ActivationMethod {
    @Override
    public List<float[]> maps(List<LabelledImage> images) {
      return method.maps(images);
    }

    @Override
    public Optional<SlicePresence> presence() {
      return method.presence().map(calibration::ofPresence);
    }

    @Override
    public List<JudgedMap> judged(List<LabelledImage> images) {
      return method.judged(images).stream()
          .map(one -> new JudgedMap(one.map(), calibration.probability(one.presence())))
          .toList();
    }
  }
}
