package io.wisp.training;

import io.wisp.Progress;
import io.wisp.activation.ImageNoise;
import io.wisp.dataset.Split;
import io.wisp.diffusion.Diffusion;
import io.wisp.engine.Gradients;
import io.wisp.engine.Scope;
import io.wisp.engine.Tensors;
import io.wisp.network.EncoderUNetModel;
import io.wisp.slices.SliceRecord;
import io.wisp.slices.SliceStore;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.bytedeco.pytorch.Tensor;

/**
 * Classifies each slice of held-out patients, noised to several levels.
 *
 * @param model p_φ
 * @param diffusion the process
 * @param seed of the noise, the same for each model
 */
record HeldOutTest(EncoderUNetModel model, Diffusion diffusion, long seed) {
  private static final int LEVELS = 10;
  private static final int BATCH = 32;

  /** One score per noise level, from the lowest to the highest. */
  List<NoiseLevelScore> run(SliceStore store, Progress.Factory progress) {
    List<SliceRecord> slices = store.slices(Split.TEST);
    int[] levels = levels();
    try (Progress bar = progress.start("held-out slices", (long) levels.length * slices.size())) {
      return Arrays.stream(levels).mapToObj(t -> score(store, slices, t, bar)).toList();
    }
  }

  /** From 0 to T − 1 in equal steps. */
  private int[] levels() {
    int last = diffusion.schedule().steps() - 1;
    return IntStream.rangeClosed(0, LEVELS).map(i -> (int) ((long) last * i / LEVELS)).toArray();
  }

  private NoiseLevelScore score(SliceStore store, List<SliceRecord> slices, int t, Progress bar) {
    int classes = model.config().outChannels();
    double[][] probabilities = new double[slices.size()][];
    for (int from = 0; from < slices.size(); from += BATCH) {
      List<SliceRecord> batch = slices.subList(from, Math.min(slices.size(), from + BATCH));
      float[] values = probabilities(store, batch, t);
      for (int i = 0; i < batch.size(); i++) {
        probabilities[from + i] = new double[classes];
        for (int k = 0; k < classes; k++) {
          probabilities[from + i][k] = values[i * classes + k];
        }
      }
      bar.advance(batch.size());
    }
    int[] labels = slices.stream().mapToInt(SliceRecord::label).toArray();
    return NoiseLevelScores.of(t, probabilities, labels);
  }

  /** [N·K], row-major. */
  private float[] probabilities(SliceStore store, List<SliceRecord> slices, int t) {
    int side = store.imageSize();
    int pixels = store.channels() * side * side;
    float[] images = new float[slices.size() * pixels];
    float[] noise = new float[images.length];
    ImageNoise source = new ImageNoise(seed);
    for (int i = 0; i < slices.size(); i++) {
      SliceRecord slice = slices.get(i);
      store.readImage(slice.index(), images, i * pixels);
      source.fill(slice.caseId() + ":" + slice.slice(), t, 0, noise, i * pixels, pixels);
    }
    int[] timesteps = new int[slices.size()];
    Arrays.fill(timesteps, t);
    long[] shape = {slices.size(), store.channels(), side, side};
    try (Scope scope = new Scope();
        Gradients off = Gradients.off()) {
      Tensor x0 = Tensors.floats(images, model.engine(), shape);
      Tensor xt = diffusion.addNoise(x0, timesteps, Tensors.floats(noise, model.engine(), shape));
      Tensor logits = model.forward(xt, Tensors.longs(timesteps, model.engine()));
      return Tensors.toFloats(logits.softmax(1));
    }
  }
}
