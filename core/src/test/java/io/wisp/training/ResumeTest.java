package io.wisp.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wisp.Progress;
import io.wisp.StopSignal;
import io.wisp.UserError;
import io.wisp.base.FolderLock;
import io.wisp.engine.Engine;
import io.wisp.slices.SliceRecord;
import io.wisp.slices.SliceStore;
import io.wisp.testing.SquareStore;
import io.wisp.testing.TinyRun;
import io.wisp.testing.TinyRun.Session;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.IntConsumer;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An interrupted training, resumed, equals the uninterrupted one bit for bit. */
class ResumeTest {
  @TempDir private static Path shared;
  private static Path store;
  private static Session whole;

  @TempDir private Path folder;

  @BeforeAll
  static void trainWithoutInterruption() {
    store = SquareStore.withMasks(shared);
    whole = new Session(TinyRun.settings(), store, shared.resolve("whole"));
    assertThat(whole.start().finished()).isTrue();
  }

  /** Lines of metrics are due at 3, 6 and 7; checkpoints at 2, 4 and 6. */
  @ParameterizedTest
  @ValueSource(ints = {1, 3, 4, 5})
  void afterAStopNothingIsLost(int step) {
    Session training = training();
    assertThat(training.startAndStopAt(step).step()).isEqualTo(step);
    assertThat(training.resume().finished()).isTrue();
    assertIsWhole(training);
  }

  @Test
  void aStopLeavesTheSamplesForLater() {
    Session training = training();
    training.startAndStopAt(7);
    assertThat(RunFolder.open(training.run()).samples()).doesNotExist();
    assertThat(training.resume().finished()).isTrue();
    assertThat(RunFolder.open(training.run()).samples()).exists();
  }

  @Test
  void aStopWhileSamplesAreDrawnLosesNothing() {
    Session training = training();
    StopSignal stop = new StopSignal();
    int[] last = new int[1];
    IntConsumer inTheSamples =
        step -> {
          if (step < last[0]) {
            stop.request();
          }
          last[0] = step;
        };
    assertThatThrownBy(() -> training.start(stop, inTheSamples))
        .isInstanceOf(CancellationException.class);
    assertThat(RunFolder.open(training.run()).trainedSteps()).isEqualTo(7);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3, 5})
  void afterAPowerCutTheLastCheckpointIsEnough(int step) {
    Session training = training();
    training.startAndFailAt(step);
    training.resume();
    assertIsWhole(training);
  }

  /** A case whose masks are not numbers lets some steps be skipped. */
  @ParameterizedTest
  @ValueSource(ints = {2, 5, 7, 11})
  void afterAStopSkippedStepsAreRemembered(int step) {
    Session rough = poisoned("rough", slice -> slice.caseId().equals("case3"));
    rough.start();
    assertThat(rough.curve()).anyMatch(line -> line.endsWith(",1") || line.endsWith(",2"));
    assertThat(RunFolder.open(rough.run()).divergences()).isEmpty();
    Session stopped = poisoned("stopped", slice -> slice.caseId().equals("case3"));
    stopped.startAndStopAt(step);
    stopped.resume();
    assertThat(stopped.curve()).isEqualTo(rough.curve());
    assertThat(stopped.weights()).isEqualTo(rough.weights());
  }

  /** It diverges at once; the learning rate that helps is half as large. */
  @Test
  void theLearningRateStaysHalved() {
    Session healed = poisoned("healed", slice -> !diverged("healed"));
    healed.start();
    assertThat(RunFolder.open(healed.run()).divergences())
        .extracting(Divergence::learningRateFactor)
        .containsExactly(0.5);
    Session stopped = poisoned("stopped", slice -> !diverged("stopped"));
    stopped.startAndStopAt(5);
    stopped.resume();
    assertThat(stopped.curve()).isEqualTo(healed.curve());
    assertThat(stopped.weights()).isEqualTo(healed.weights());
  }

  @Test
  void aLearningRateThatIsGivenOnResumingIsTakenAsItIs() {
    poisoned("run", slice -> !diverged("run")).startAndStopAt(5);
    Session asked = poisoned("run", slice -> false, "student.train.learning_rate=0.0625");
    asked.resume();
    assertThat(asked.curve().get(1)).contains(",5.0E-4,");
    assertThat(asked.curve().get(2)).contains(",0.0625,");
  }

  private boolean diverged(String name) {
    RunFolder run = new RunFolder(folder.resolve(name));
    return Files.exists(run.config()) && !run.divergences().isEmpty();
  }

  private Session poisoned(String name, Predicate<SliceRecord> harmed, String... assignments) {
    List<String> all =
        new ArrayList<>(
            List.of(
                "student.train.steps=12",
                "student.train.log_every=3",
                "student.train.warmup=0",
                "student.train.decay=constant",
                "student.train.learning_rate=1.0e-3"));
    all.addAll(List.of(assignments));
    RunSettings settings = TinyRun.settings(all.toArray(String[]::new));
    MaskSource masks =
        (slice, target, offset) ->
            Arrays.fill(target, offset, offset + 256, harmed.test(slice) ? Float.NaN : 0);
    return new Session(new StudentTask(settings, 1, masks), store, folder.resolve(name));
  }

  @Test
  void aTimeLimitStopsAndSaves() {
    Session training = training();
    try (SliceStore slices = SliceStore.open(store)) {
      Training.Outcome outcome =
          new Training(training.task(), Engine.reference(), slices, training.run())
              .start(Duration.ZERO, new StopSignal(), Progress.SILENT);
      assertThat(outcome.finished()).isFalse();
    }
    training.resume();
    assertIsWhole(training);
  }

  @Test
  void aHalfWrittenCheckpointBesideTheWholeOneDoesNoHarm() throws IOException {
    Session training = training();
    training.startAndStopAt(3);
    byte[] checkpoint = Files.readAllBytes(training.run().resolve("checkpoint.safetensors"));
    Files.write(
        training.run().resolve(".checkpoint.safetensors.1.tmp"),
        Arrays.copyOf(checkpoint, checkpoint.length / 2));
    training.resume();
    assertIsWhole(training);
  }

  @Test
  void aHalfWrittenLineOfMetricsDoesNoHarm() throws IOException {
    Session training = training();
    training.startAndStopAt(4);
    Files.writeString(
        training.run().resolve("metrics.csv"), "6,0.9", java.nio.file.StandardOpenOption.APPEND);
    training.resume();
    assertIsWhole(training);
  }

  @Test
  void picturesThatCannotBeWrittenCostNoWeights() throws IOException {
    Session training = training();
    for (String picture : List.of("loss.png", "samples.png")) {
      Files.createDirectories(training.run().resolve(picture).resolve("in-the-way"));
    }
    assertThat(training.start().finished()).isTrue();
    assertIsWhole(training);
  }

  @Test
  void aFinishedTrainingResumedIsFinished() {
    Session training = training();
    training.start();
    assertThat(training.resume().step()).isEqualTo(7);
    assertIsWhole(training);
  }

  @Test
  void aRunThatSomethingWritesToIsReadButNotWritten() {
    Session training = training();
    training.startAndStopAt(3);
    try (FolderLock lock = FolderLock.in(training.run())) {
      assertThatThrownBy(training::resume)
          .isInstanceOf(UserError.class)
          .hasMessageContaining("is in use");
      assertThatThrownBy(training::start)
          .isInstanceOf(UserError.class)
          .hasMessageContaining("is in use");
      assertThat(RunFolder.open(training.run()).trainedSteps()).isEqualTo(3);
      assertThat(RunFolder.open(training.run()).averagedWeights()).isNotNull();
    }
    training.resume();
    assertIsWhole(training);
  }

  @Test
  void aRunIsNotStartedOver() {
    assertThatThrownBy(whole::start)
        .isInstanceOf(UserError.class)
        .hasMessageContaining("holds a run already: resume it");
  }

  @Test
  void aCheckpointOfAnotherNetworkIsRefused() {
    Session wider = new Session(TinyRun.settings("network.model_channels=64"), store, whole.run());
    assertThatThrownBy(wider::resume)
        .isInstanceOf(UserError.class)
        .hasMessageContaining("check the network settings");
  }

  private Session training() {
    return new Session(whole.settings(), store, folder.resolve("run"));
  }

  private static void assertIsWhole(Session training) {
    assertThat(training.curve()).isEqualTo(whole.curve());
    assertThat(training.weights()).isEqualTo(whole.weights());
  }
}
