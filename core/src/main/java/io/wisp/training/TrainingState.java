package io.wisp.training;

import io.wisp.base.CloseOnFailure;
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
import java.util.Optional;
import java.util.stream.Stream;
import org.bytedeco.pytorch.Tensor;

/**
 * All that changes in training, and its checkpoint: weights, their average, both moments of the
 * optimiser, the step, how often the learning rate was halved, and the loss and the skipped steps
 * since the last line of the log. The random numbers need no state: they follow from the seed and
 * the step. So a skipped step counts as one.
 *
 * <p>Used by the thread that trains, which closes it; it owns the network, too.
 */
final class TrainingState implements AutoCloseable {
  private static final String WEIGHTS = "model.";
  private static final String AVERAGE = "ema.";
  private static final String FIRST = "adam_m.";
  private static final String SECOND = "adam_v.";
  private static final String LOSS = "loss_sum";
  private static final String SKIPPED = "skipped";
  private static final String RATE = "learning_rate";
  private static final String HALVINGS = "halvings";

  private final TrainSettings train;
  private final Learner learner;
  private final AdamW optimizer;
  private final MovingAverage average;
  private final Tensor lossSum;
  private final Tensor skipped;
  private int lossCount;
  private int step;
  private int halvings;
  private double seconds;

  /** The beginning of a training. */
  static TrainingState of(TrainingTask task, Engine engine) {
    TrainSettings train = task.train();
    return new TrainingState(task.learner(engine, new RandomSource(train.seed())), train);
  }

  /**
   * @param learner at its beginning; owned, also if this fails
   */
  TrainingState(Learner learner, TrainSettings train) {
    this.learner = learner;
    this.train = train;
    try (CloseOnFailure opened = new CloseOnFailure();
        Scope scope = new Scope()) {
      opened.add(learner);
      learner.network().training(true);
      optimizer = opened.add(new AdamW(learner.parameters(), train.weightDecay(), train.clip()));
      average = opened.add(new MovingAverage(learner.parameters(), train.ema()));
      Engine engine = learner.network().engine();
      lossSum = opened.add(scope.own(Tensors.floats(new float[1], engine, 1)));
      skipped = opened.add(scope.own(Tensors.floats(new float[1], engine, 1)));
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

  /** The learning rate of a step, counted from 0. */
  double learningRateAt(int ofStep) {
    return train.learningRateAt(ofStep) * learningRateFactor();
  }

  /** How often the learning rate of the settings was halved. */
  int halvings() {
    return halvings;
  }

  /** The factor on the settings' learning rate. */
  double learningRateFactor() {
    return Math.scalb(1.0, -halvings);
  }

  /** Finishes a step whose gradients are collected; it changes nothing if they are not finite. */
  void advance(Tensor loss, double secondsMore) {
    optimizer.step(step, learningRateAt(step));
    average.update(step, optimizer.skip());
    try (Gradients off = Gradients.off()) {
      lossSum.add_(optimizer.skip().keepIfTaken(loss.detach()));
      skipped.add_(optimizer.skip().asNumber());
    }
    lossCount++;
    step++;
    seconds += secondsMore;
  }

  /** Whether the latest step was skipped; waits for the device. */
  boolean skippedLast() {
    return optimizer.skip().isSet();
  }

  /** What happened since the last call; waits for the device. */
  SinceLine takeSinceLine() {
    int without = (int) Tensors.toFloats(skipped)[0];
    double mean = Tensors.toFloats(lossSum)[0] / (lossCount - without);
    SinceLine since = new SinceLine(lossCount, without, mean);
    forgetLine();
    return since;
  }

  private void forgetLine() {
    lossSum.zero_();
    skipped.zero_();
    lossCount = 0;
  }

  /** Whether the loss since the last line is finite so far. */
  boolean lossIsFinite() {
    return Tensors.isFinite(lossSum);
  }

  /** Whether weights, their average and the moments are finite. */
  boolean weightsAreFinite() {
    return Stream.of(
            learner.parameters().flat(),
            average.average(),
            optimizer.firstMoment(),
            optimizer.secondMoment())
        .allMatch(Tensors::isFinite);
  }

  /**
   * Goes back to a checkpoint, or the beginning, at half the learning rate; the time still counts.
   */
  void goBack(Optional<Path> checkpoint) {
    int halvingsBefore = halvings;
    double spent = seconds;
    checkpoint.ifPresentOrElse(this::load, this::restart);
    halvings = halvingsBefore + 1;
    seconds = spent;
  }

  private void restart() {
    Parameters parameters = learner.parameters();
    parameters.assign(parameters.flat(), new RandomSource(train.seed()));
    try (Gradients off = Gradients.off()) {
      average.average().copy_(parameters.flat());
      optimizer.firstMoment().zero_();
      optimizer.secondMoment().zero_();
    }
    forgetLine();
    step = 0;
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
    metadata.put(RATE, Double.toString(train.learningRate()));
    metadata.put(HALVINGS, Integer.toString(halvings));
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
    halvings = halvingsIn(saved.metadata());
  }

  /** The halvings if the learning rate is the same; a new learning rate starts without any. */
  private int halvingsIn(Map<String, String> metadata) {
    return Double.toString(train.learningRate()).equals(metadata.get(RATE))
        ? Integer.parseInt(metadata.get(HALVINGS))
        : 0;
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
