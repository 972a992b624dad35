package io.wisp.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wisp.StopSignal;
import io.wisp.engine.Engine;
import io.wisp.engine.Tensors;
import io.wisp.network.RandomSource;
import io.wisp.slices.SliceStore;
import io.wisp.testing.SquareStore;
import io.wisp.testing.TinyRun;
import io.wisp.testing.TinyRun.Session;
import io.wisp.training.Divergence.Cause;
import io.wisp.weights.NamedArray;
import io.wisp.weights.Safetensors;
import io.wisp.weights.TensorFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.bytedeco.pytorch.Tensor;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Twelve steps with a line of the log every third, and a checkpoint every fourth. */
class DivergenceTest {
  private static final double RATE = 1e-3;

  @TempDir private static Path shared;
  private static Path store;

  @TempDir private Path folder;
  private RunFolder run;
  private TrainingState state;
  private final List<Float> losses = new ArrayList<>();

  @BeforeAll
  static void prepare() {
    store = SquareStore.withLabelsOnly(shared);
  }

  @BeforeEach
  void name() {
    run = new RunFolder(folder.resolve("run"));
  }

  @Test
  void aStepWithoutFiniteGradientsIsSkippedAndCounted() {
    train(loss -> state.step() == 4 ? notANumber(loss) : loss);
    assertThat(column(3)).containsExactly("0", "1", "0", "0");
    assertThat(run.trainedSteps()).isEqualTo(12);
    assertThat(run.divergences()).isEmpty();
    assertFinite(Safetensors.read(run.checkpoint()));
  }

  @Test
  void theLossOfALineIsThatOfTheStepsThatWereTaken() {
    train(loss -> state.step() == 4 ? notANumber(loss) : loss);
    float taken = (losses.get(3) + losses.get(5)) / 2;
    assertThat(run.lossCurve().points().get(1).loss()).isEqualTo(taken);
  }

  @Test
  void whereOnlyTheSmallerLearningRateWorksItGoesBackAndOn() {
    train(loss -> state.halvings() == 0 && state.step() >= 6 ? notANumber(loss) : loss);
    assertThat(run.divergences()).containsExactly(new Divergence(9, Cause.GRADIENTS, 4, 0.5));
    assertThat(run.divergences().get(0).sentence())
        .isEqualTo(
            "the training diverged at step 9 (no step since the last line of the log had finite gradients); it goes back to step 4, and on at 0.5 of its learning rate");
    assertThat(column(0)).containsExactly("3", "6", "9", "12");
    assertThat(column(2)).containsExactly("0.001", "5.0E-4", "5.0E-4", "5.0E-4");
    assertThat(run.trainedSteps()).isEqualTo(12);
  }

  @Test
  void aLossThatIsInfiniteThoughItsGradientsAreNotIsSeenAtTheLine() {
    train(loss -> state.halvings() == 0 && state.step() == 4 ? infinite(loss) : loss);
    assertThat(run.divergences()).containsExactly(new Divergence(6, Cause.LOSS, 4, 0.5));
  }

  /** The checkpoint is due at step 8, the line of the log at step 9. */
  @Test
  void aCheckpointIsNotMadeOfALossThatIsInfinite() {
    train(loss -> state.halvings() == 0 && state.step() == 7 ? infinite(loss) : loss);
    assertThat(run.divergences()).containsExactly(new Divergence(8, Cause.LOSS, 4, 0.5));
  }

  @Test
  void weightsThatAreNotFiniteDoNotReplaceACheckpoint() {
    train(
        loss -> {
          if (state.halvings() == 0 && state.step() == 7) {
            state.average().fill_(Tensors.scalar(Float.NaN));
          }
          return loss;
        });
    assertThat(run.divergences()).containsExactly(new Divergence(8, Cause.WEIGHTS, 4, 0.5));
    assertFinite(Safetensors.read(run.checkpoint()));
  }

  /** Step 8 is where the checkpoint is due; perhaps there are no good steps from there. */
  @Test
  void aCheckpointWaitsForAStepThatIsTaken() {
    train(loss -> state.halvings() == 0 && state.step() >= 7 ? notANumber(loss) : loss);
    assertThat(run.divergences()).containsExactly(new Divergence(12, Cause.GRADIENTS, 4, 0.5));
  }

  @Test
  void withoutACheckpointItBeginsAnewAsIfTheLearningRateHadBeenHalf() {
    train(loss -> state.halvings() == 0 && state.step() >= 1 ? notANumber(loss) : loss);
    assertThat(run.divergences()).containsExactly(new Divergence(6, Cause.GRADIENTS, 0, 0.5));
    Session slower =
        new Session(settings("train.learning_rate=" + RATE / 2), store, folder.resolve("slower"));
    slower.start();
    assertThat(run.weights()).hasBinaryContent(slower.weights());
  }

  @Test
  void whereNothingHelpsItEndsAndKeepsTheLastGoodWeights() {
    assertThatThrownBy(() -> train(loss -> state.step() >= 6 ? notANumber(loss) : loss))
        .hasMessageContaining("diverged at step 9 (no step since the last line of the log had")
        .hasMessageContaining("its learning rate was halved 2 times")
        .hasMessageContaining(run.weights() + " holds the last good weights, those of step 4.")
        .hasMessageContaining("such as train.learning_rate=1.25E-4 or train.clip=0.5")
        .isInstanceOfSatisfying(
            TrainingDiverged.class,
            diverged ->
                assertThat(diverged.toTry())
                    .containsExactly("train.learning_rate=1.25E-4", "train.clip=0.5"));
    assertThat(run.divergences())
        .containsExactly(
            new Divergence(9, Cause.GRADIENTS, 4, 0.5),
            new Divergence(9, Cause.GRADIENTS, 4, 0.25));
    assertThat(run.trainedSteps()).isEqualTo(4);
    assertFinite(Safetensors.read(run.weights()));
  }

  @Test
  void whereNothingWasLearnedItSaysSo() {
    assertThatThrownBy(() -> train(DivergenceTest::notANumber))
        .isInstanceOf(TrainingDiverged.class)
        .hasMessageContaining("It had not reached a checkpoint, so there are no weights yet.");
    assertThat(run.weights()).doesNotExist();
  }

  /** A step that has no finite gradients has none at any learning rate. */
  @Test
  void aLastLineOfOneSkippedStepIsNoDivergence() {
    train(loss -> state.step() == 12 ? notANumber(loss) : loss, "train.steps=13");
    assertThat(run.divergences()).isEmpty();
    assertThat(run.trainedSteps()).isEqualTo(13);
    assertThat(column(0)).containsExactly("3", "6", "9", "12");
  }

  /** What becomes of a loss. */
  @FunctionalInterface
  private interface Harm {
    Tensor to(Tensor loss);
  }

  private static Tensor notANumber(Tensor loss) {
    return loss.mul(Tensors.scalar(Double.NaN));
  }

  private static Tensor infinite(Tensor loss) {
    return loss.add(Tensors.scalar(Double.POSITIVE_INFINITY));
  }

  private void train(Harm harm, String... assignments) {
    DiffusionTask task = new DiffusionTask(settings(assignments));
    Learner plain = task.learner(Engine.reference(), new RandomSource(task.train().seed()));
    Learner harmed =
        new Learner(
            plain.network(),
            batch -> {
              Tensor loss = plain.loss().apply(batch);
              losses.add(Tensors.toFloats(loss)[0]);
              return harm.to(loss);
            });
    state = new TrainingState(harmed, task.train());
    try (SliceStore slices = SliceStore.open(store);
        BatchSource batches = task.batches(slices);
        TrainingState open = state) {
      RunFacts facts = RunFacts.of(task.kind(), Engine.reference(), 1, "store");
      run.begin(task.settings(), slices.recipe(), store.resolve("split.csv"), facts);
      MetricsLog log = new MetricsLog(run.metrics(), 0);
      new Trainer(open, batches, task.train(), List.of(log))
          .fit(Training.NO_LIMIT, new StopSignal(), new Checkpoints(open, run, task));
    }
  }

  private static RunSettings settings(String... assignments) {
    List<String> all =
        new ArrayList<>(
            List.of(
                "train.steps=12",
                "train.log_every=3",
                "train.checkpoint_every=4",
                "train.warmup=0",
                "train.decay=constant",
                "train.learning_rate=" + RATE));
    all.addAll(List.of(assignments));
    return TinyRun.settings(all.toArray(String[]::new));
  }

  private List<String> column(int index) {
    return new Session(run.settings(), store, run.path())
        .curve().stream().skip(1).map(line -> line.split(",")[index]).toList();
  }

  private static void assertFinite(TensorFile file) {
    for (NamedArray array : file.tensors().values()) {
      assertThat(Arrays.stream(array.doubles()).allMatch(Double::isFinite))
          .as(array.name())
          .isTrue();
    }
  }
}
