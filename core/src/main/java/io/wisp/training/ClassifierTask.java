package io.wisp.training;

import io.wisp.Progress;
import io.wisp.activation.ClassifierPresence;
import io.wisp.activation.RunKind;
import io.wisp.activation.SlicePresence;
import io.wisp.dataset.Split;
import io.wisp.diffusion.Diffusion;
import io.wisp.engine.Engine;
import io.wisp.network.EncoderUNetModel;
import io.wisp.network.ParameterSource;
import io.wisp.network.UNetConfig;
import io.wisp.slices.SliceStore;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/**
 * Trains the noise-aware classifier p_φ(y | x_t, t); at the end it reports its accuracy on held-out
 * patients at each noise level.
 */
public final class ClassifierTask extends TrainingTask {
  private final UNetConfig network;

  public ClassifierTask(RunSettings settings) {
    super(settings);
    network = settings.classifier().network().of(settings.network());
  }

  @Override
  public TrainSettings train() {
    return settings().classifier().train();
  }

  @Override
  RunKind kind() {
    return RunKind.CLASSIFIER;
  }

  @Override
  UNetConfig network() {
    return network;
  }

  @Override
  Learner learner(Engine engine, ParameterSource source) {
    EncoderUNetModel model = EncoderUNetModel.create(network, engine, source);
    return new Learner(model, batch -> loss(model, batch));
  }

  /** −log p_φ(y | x_t, t). */
  private Tensor loss(EncoderUNetModel model, Batch batch) {
    BatchTensors b = BatchTensors.of(batch, model);
    Diffusion diffusion = settings().diffusion().losses().diffusion();
    Tensor xt = diffusion.addNoise(b.x0(), batch.timesteps(), b.noise());
    return torch.cross_entropy_loss(model.forward(xt, b.timesteps()), b.labels());
  }

  @Override
  List<String> conclude(
      RunFolder folder, int step, SliceStore store, Engine engine, Progress.Factory progress) {
    try (EncoderUNetModel model =
        EncoderUNetModel.create(network, engine, folder.averagedWeights())) {
      SlicePresence presence =
          new ClassifierPresence(model, settings().contrast().present(), train().batch());
      List<String> remarks = new ArrayList<>(calibrate(folder, store, presence, progress));
      remarks.addAll(score(model, folder, store, progress));
      return remarks;
    }
  }

  private List<String> score(
      EncoderUNetModel model, RunFolder folder, SliceStore store, Progress.Factory progress) {
    if (store.slices(Split.TEST).isEmpty()) {
      return List.of("No patient is held out, so the classifier is not scored.");
    }
    HeldOutTest test =
        new HeldOutTest(model, settings().diffusion().losses().diffusion(), train().seed());
    List<NoiseLevelScore> scores = test.run(store, progress);
    NoiseLevelScores.write(folder, scores);
    return NoiseLevelScores.sentences(scores);
  }
}
