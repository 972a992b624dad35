package io.wisp.training;

import io.wisp.CloseOnFailure;
import io.wisp.engine.Engine;
import io.wisp.engine.Gradients;
import io.wisp.engine.Scope;
import io.wisp.engine.Tensors;
import io.wisp.network.FileSource;
import io.wisp.network.Parameters;
import io.wisp.network.RandomSource;
import io.wisp.weights.NamedArray;
import io.wisp.weights.Safetensors;
import io.wisp.weights.TensorFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/**
 * All that changes in training, and its checkpoint: weights, their average, both moments of the
 * optimiser, the position, and the loss since the last line of the log. The random numbers need no
 * state: they follow from the seed and the step.
 */
final class TrainingState implements AutoCloseable {
  private static final String WEIGHTS = "model.";
  private static final String AVERAGE = "ema.";
  private static final String FIRST = "adam_m.";
  private static final String SECOND = "adam_v.";
  private static final String LOSS = "loss_sum";

  private final Learner learner;
  private final AdamW optimizer;
  private final MovingAverage average;
  private final Tensor lossSum;
  private int lossCount;
  private int step;
  private double seconds;

  TrainingState(TrainingTask task, Engine engine) {
    TrainSettings train = task.train();
    try (CloseOnFailure opened = new CloseOnFailure();
        Scope scope = new Scope()) {
      learner = opened.add(task.learner(engine, new RandomSource(train.seed())));
      learner.network().training(true);
      optimizer = opened.add(new AdamW(learner.parameters(), train.weightDecay(), train.clip()));
      average = opened.add(new MovingAverage(learner.parameters(), train.ema()));
      lossSum = scope.own(Tensors.of(new float[1], 1).to(engine.device(), torch.ScalarType.Float));
      opened.keep();
    }
  }

  Learner learner() {
    return learner;
  }

  /** Steps taken. */
  int step() {
    return step;
  }

  /** Seconds of training, over all sessions. */
  double seconds() {
    return seconds;
  }

  /** Finishes a step whose gradients are collected. */
  void advance(double learningRate, Tensor loss, double secondsMore) {
    optimizer.step(step, learningRate);
    average.update(step);
    try (Gradients off = Gradients.off()) {
      lossSum.add_(loss.detach());
    }
    lossCount++;
    step++;
    seconds += secondsMore;
  }

  /** The mean loss since the last call. */
  double takeMeanLoss() {
    double mean = Tensors.toFloats(lossSum)[0] / Math.max(1, lossCount);
    lossSum.zero_();
    lossCount = 0;
    return mean;
  }

  /** The averaged weights by name, row-major. */
  List<NamedArray> averagedWeights() {
    return arrays("", average.average());
  }

  /** The averaged weights as one vector. */
  Tensor average() {
    return average.average();
  }

  void save(Path file) {
    List<NamedArray> all = new ArrayList<>();
    all.addAll(arrays(WEIGHTS, learner.parameters().flat()));
    all.addAll(arrays(AVERAGE, average.average()));
    all.addAll(arrays(FIRST, optimizer.firstMoment()));
    all.addAll(arrays(SECOND, optimizer.secondMoment()));
    all.add(NamedArray.ofFloats(LOSS, Tensors.toFloats(lossSum), 1));
    Map<String, String> metadata = new LinkedHashMap<>();
    metadata.put("kind", "wisp-checkpoint");
    metadata.put("step", Integer.toString(step));
    metadata.put("seconds", Double.toString(seconds));
    metadata.put("loss_count", Integer.toString(lossCount));
    Safetensors.replace(file, metadata, all);
  }

  void load(Path file) {
    TensorFile saved = Safetensors.read(file);
    Parameters parameters = learner.parameters();
    assign(parameters.flat(), saved, WEIGHTS);
    assign(average.average(), saved, AVERAGE);
    assign(optimizer.firstMoment(), saved, FIRST);
    assign(optimizer.secondMoment(), saved, SECOND);
    try (Scope scope = new Scope()) {
      lossSum.copy_(Tensors.of(saved.get(LOSS).floats(), 1));
    }
    step = Integer.parseInt(saved.metadata().get("step"));
    seconds = Double.parseDouble(saved.metadata().get("seconds"));
    lossCount = Integer.parseInt(saved.metadata().get("loss_count"));
  }

  private List<NamedArray> arrays(String prefix, Tensor vector) {
    Map<String, long[]> shapes = learner.parameters().shapes();
    List<NamedArray> arrays = new ArrayList<>();
    learner
        .parameters()
        .split(vector)
        .forEach(
            (name, values) ->
                arrays.add(NamedArray.ofFloats(prefix + name, values, shapes.get(name))));
    return arrays;
  }

  private void assign(Tensor vector, TensorFile saved, String prefix) {
    FileSource source = new FileSource(saved);
    learner
        .parameters()
        .assign(
            vector, (name, shape, init, fanIn) -> source.values(prefix + name, shape, init, fanIn));
  }

  @Override
  public void close() {
    optimizer.close();
    average.close();
    lossSum.close();
    learner.close();
  }
}
