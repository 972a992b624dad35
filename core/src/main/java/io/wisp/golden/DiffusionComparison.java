package io.wisp.golden;

import io.wisp.diffusion.Clip;
import io.wisp.diffusion.Diffusion;
import io.wisp.diffusion.Losses;
import io.wisp.diffusion.NoiseSchedule;
import io.wisp.diffusion.Variance;
import io.wisp.engine.Engine;
import io.wisp.network.UNetModel;
import io.wisp.weights.TensorFile;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.bytedeco.pytorch.Tensor;

/** The comparison of one golden file of kind "diffusion". */
final class DiffusionComparison {
  private static final double BOUND = 1e-4;
  private final String name;
  private final TensorFile file;
  private final double bound;
  private final Diffusion diffusion;
  private final Tensor x0;
  private final Tensor noise;
  private final Tensor timesteps;
  private final Tensor labels;
  private final int[] t;
  private final List<GoldenResult> results = new ArrayList<>();

  DiffusionComparison(String name, TensorFile file, Engine engine, NoiseSchedule schedule) {
    this.name = name;
    this.file = file;
    bound = Goldens.bound(engine, BOUND);
    diffusion = new Diffusion(schedule);
    x0 = Goldens.floats(file, "x0", engine);
    noise = Goldens.floats(file, "noise", engine);
    timesteps = Goldens.longs(file, "t", engine);
    labels = Goldens.longs(file, "y", engine);
    t = Goldens.ints(file, "t");
  }

  List<GoldenResult> run(UNetModel fixed, UNetModel learned) {
    Tensor xt = diffusion.addNoise(x0, t, noise);
    add("x_t", xt);
    Tensor fixedOutput = output(fixed, xt);
    Tensor learnedOutput = output(learned, xt);
    Losses hybrid = new Losses(diffusion, Variance.LEARNED);
    for (Clip clip : Clip.values()) {
      String suffix = clip == Clip.NONE ? "_clip_False" : "_clip_True";
      add("ddim" + suffix, step(xt, -1, fixedOutput, clip));
      add("ddim_reverse" + suffix, step(xt, 1, fixedOutput, clip));
      add("ddim_learned" + suffix, step(xt, -1, hybrid.noiseOf(learnedOutput), clip));
    }
    add(
        "loss_mse",
        new Losses(diffusion, Variance.FIXED).of(fixedOutput, x0, xt, t, noise).total());
    Losses.Parts parts = hybrid.of(learnedOutput, x0, xt, t, noise);
    add("loss_hybrid", parts.total());
    add("loss_hybrid_vb", parts.bound());
    add("loss_hybrid_mse", parts.meanSquare());
    return results;
  }

  private Tensor output(UNetModel model, Tensor xt) {
    return model.forward(xt, timesteps, model.embedLabels(labels));
  }

  private Tensor step(Tensor xt, int by, Tensor epsilon, Clip clip) {
    int[] target = Arrays.stream(t).map(s -> s + by).toArray();
    return diffusion.ddimStep(xt, t, target, epsilon, clip);
  }

  private void add(String quantity, Tensor actual) {
    results.add(Goldens.compare(name, file, quantity, actual, bound));
  }
}
