package io.wisp.training;

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

/**
 * All that changes in training, and its checkpoint: weights, their average, both moments of the
 * optimiser, the position, and the loss and the skipped steps since the last line of the log. The
 * random numbers need no state: they follow from the seed and the step. So a skipped step counts as
 * one.
 */
final class TrainingState implements AutoCloseable {
  private static final String WEIGHTS = "model.";
  private static final String AVERAGE = "ema.";
  private static final String FIRST = "adam_m.";
  private static final String SECOND = "adam_v.";
  private static final String LOSS = "loss_sum";
  private static final String SKIPPED = "skipped";

  private final Learner learner;
  private final AdamW optimizer;
  private final MovingAverage average;
  private final Tensor lossSum;
  private final Tensor skipped;
  private int lossCount;
  private int step;
  private double seconds;

  TrainingState(TrainingTask task, Engine engine) {
    TrainSettings train = task.train();
    learner = task.learner(engine, new RandomSource(train.seed()));
    learner.network().training(true);
    optimizer = new AdamW(learner.parameters(), train.weightDecay(), train.clip());
    average = new MovingAverage(learner.parameters(), train.ema());
    try (Scope scope = new Scope()) {
      lossSum = scope.own(Tensors.floats(new float[1], engine, 1));
      skipped = scope.own(Tensors.floats(new float[1], engine, 1));
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

  /** Finishes a step whose gradients are collected; it changes nothing if they are not finite. */
  void advance(double learningRate, Tensor loss, double secondsMore) {
    optimizer.step(step, learningRate);
    average.update(step, optimizer.skip());
    try (Gradients off = Gradients.off()) {
      lossSum.add_(optimizer.skip().keepIfTaken(loss.detach()));
      skipped.add_(optimizer.skip().asNumber());
    }
    lossCount++;
    step++;
    seconds += secondsMore;
  }

  /** What happened since the last call; waits for the device. */
  SinceLine takeSinceLine() {
    int without = (int) Tensors.toFloats(skipped)[0];
    double mean = Tensors.toFloats(lossSum)[0] / (lossCount - without);
    SinceLine since = new SinceLine(lossCount, without, mean);
    lossSum.zero_();
    skipped.zero_();
    lossCount = 0;
    return since;
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
    all.add(NamedArray.ofFloats(SKIPPED, Tensors.toFloats(skipped), 1));
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
      skipped.zero_(); // as in checkpoints of earlier versions
      if (saved.contains(SKIPPED)) {
        skipped.copy_(Tensors.of(saved.get(SKIPPED).floats(), 1));
      }
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
    skipped.close();
    learner.close();
  }
}
