package io.wisp.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wisp.UserError;
import io.wisp.activation.RunKind;
import io.wisp.testing.SquareStore;
import io.wisp.testing.TinyRun;
import io.wisp.testing.TinyRun.Session;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A classifier is trained with all that a diffusion model is trained with. */
class ClassifierTrainingTest {
  @TempDir private static Path shared;
  private static Path store;
  private static Session whole;
  private static Training.Outcome outcome;

  @TempDir private Path folder;

  @BeforeAll
  static void trainWithoutInterruption() {
    store = SquareStore.withLabelsOnly(shared);
    whole = new Session(new ClassifierTask(TinyRun.settings()), store, shared.resolve("whole"));
    outcome = whole.start();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 4, 5})
  void stoppedOrCutOffAndResumedItEqualsTheUninterruptedOne(int step) {
    Session stopped = session("stopped");
    stopped.startAndStopAt(step);
    stopped.resume();
    assertIsWhole(stopped);
    Session cutOff = session("cut-off");
    cutOff.startAndFailAt(step);
    cutOff.resume();
    assertIsWhole(cutOff);
  }

  @Test
  void theFolderHoldsAClassifierAndItsScores() throws IOException {
    RunFolder run = RunFolder.open(whole.run(), RunKind.CLASSIFIER);
    List<String> lines = Files.readAllLines(run.noiseLevels());
    assertThat(lines).hasSize(12).first().asString().startsWith("timestep,accuracy,");
    assertThat(lines.get(1)).startsWith("0,").endsWith(",16");
    assertThat(lines.get(11)).startsWith("999,");
    assertThat(run.factsText()).contains("\"kind\" : \"classifier\"", "\"held_out\"");
    assertThat(run.samples()).doesNotExist();
    assertThat(outcome.remarks()).hasSize(13).first().asString().contains("16 slices");
  }

  @Test
  void aRunIsResumedByItsOwnKindOnly() {
    Session other = new Session(new DiffusionTask(whole.settings()), store, whole.run());
    assertThatThrownBy(other::resume)
        .isInstanceOf(UserError.class)
        .hasMessageContaining("is of a classifier, but a diffusion model is needed here")
        .hasMessageContaining("but a diffusion model is needed here");
  }

  @Test
  void anyoneCanTellTheSquaresApartSoDoesTheClassifier() {
    RunSettings settings =
        TinyRun.settings(
            "classifier.network.dropout=0",
            "classifier.train.steps=120",
            "classifier.train.batch=8",
            "classifier.train.learning_rate=1.0e-3",
            "classifier.train.warmup=10",
            "classifier.train.ema=0.95",
            "classifier.train.log_every=10",
            "classifier.train.checkpoint_every=1000");
    Session session = new Session(new ClassifierTask(settings), store, folder.resolve("learned"));
    String clean = session.start().remarks().get(2);
    assertThat(Double.parseDouble(clean.strip().split("\\s+")[3])).isGreaterThan(0.95);
  }

  private Session session(String name) {
    return new Session(whole.task(), store, folder.resolve(name));
  }

  private static void assertIsWhole(Session session) {
    assertThat(session.curve()).isEqualTo(whole.curve());
    assertThat(session.weights()).isEqualTo(whole.weights());
  }
}
