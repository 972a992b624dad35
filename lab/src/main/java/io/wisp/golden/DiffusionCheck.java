package io.wisp.golden;

import io.wisp.diffusion.Clip;
import io.wisp.diffusion.Diffusion;
import io.wisp.diffusion.Losses;
import io.wisp.diffusion.NoiseSchedule;
import io.wisp.diffusion.Variance;
import io.wisp.engine.Gradients;
import io.wisp.network.UNetModel;
import java.util.Arrays;
import org.bytedeco.pytorch.Tensor;

/** q_sample, DDIM steps in both directions, and the training losses. */
final class DiffusionCheck {
  private final GoldenFile file;
  private final Findings findings;
  private final Diffusion diffusion;
  private final Tensor x0;
  private final Tensor noise;
  private final int[] t;
  private final Tensor xt;

  private DiffusionCheck(GoldenFile file, Findings findings) {
    this.file = file;
    this.findings = findings;
    NoiseSchedule schedule = file.schedule();
    diffusion = new Diffusion(schedule);
    x0 = file.floats("x0");
    noise = file.floats("noise");
    t = file.steps("t", schedule.steps());
    xt = diffusion.addNoise(x0, t, noise);
  }

  static void run(GoldenFile file, Findings findings) {
    try (Gradients off = Gradients.off()) {
      DiffusionCheck check = new DiffusionCheck(file, findings);
      check.compare("x_t", check.xt);
      if (file.says("model")) {
        check.fixedVariance();
      }
      if (file.says("learned_model")) {
        check.learnedVariance();
      }
    }
  }

  private void fixedVariance() {
    try (UNetModel model = UNetModel.golden(file.network("model"), file.engine())) {
      Tensor output = output(model);
      Losses losses = new Losses(diffusion, Variance.FIXED);
      steps("", output);
      compare("loss_mse", losses.of(output, x0, xt, t, noise).total());
    }
  }

  private void learnedVariance() {
    try (UNetModel model = UNetModel.golden(file.network("learned_model"), file.engine())) {
      Tensor output = output(model);
      Losses losses = new Losses(diffusion, Variance.LEARNED);
      steps("_learned", losses.noiseOf(output));
      Losses.Parts parts = losses.of(output, x0, xt, t, noise);
      compare("loss_hybrid", parts.total());
      compare("loss_hybrid_vb", parts.bound());
      compare("loss_hybrid_mse", parts.meanSquare());
    }
  }

  private Tensor output(UNetModel model) {
    return model.forward(xt, file.timesteps("t"), NetworkChecks.labelEmbedding(file, model));
  }

  /** One DDIM step down and one up, clipped or not. */
  private void steps(String model, Tensor epsilon) {
    for (Clip clip : Clip.values()) {
      String suffix = model + (clip == Clip.NONE ? "_clip_False" : "_clip_True");
      compare("ddim" + suffix, step(-1, epsilon, clip));
      compare("ddim_reverse" + suffix, step(1, epsilon, clip));
    }
  }

  private Tensor step(int by, Tensor epsilon, Clip clip) {
    int[] target = Arrays.stream(t).map(s -> s + by).toArray();
    return diffusion.ddimStep(xt, t, target, epsilon, clip);
  }

  private void compare(String quantity, Tensor actual) {
    findings.compareIfThere(file, quantity, actual, Bounds.DIFFUSION);
  }
}
