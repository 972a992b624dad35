package io.wisp.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A model learned in one command, and used as one. */
class LearnCommandTest {
  @TempDir private static Path shared;
  private static Path store;
  private static final StringWriter LEARNING = new StringWriter();

  @TempDir private Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @BeforeAll
  static void learn() throws IOException {
    store = TinyScans.store(shared);
    assertThat(run(LEARNING, LEARNING, learning(store, shared.resolve("model"))))
        .as(LEARNING.toString())
        .isZero();
  }

  @Test
  void itSaysWhatWasLearnedAndWhatToDoNext() {
    assertThat(LEARNING.toString())
        .contains("Training a diffusion model: 8 steps", "Training a student: 2 steps a round")
        .contains("The diffusion model: 8 steps in ")
        .containsPattern("Round 1: masks of \\d of 2 positive slices")
        .contains("wisp segment --model " + shared.resolve("model") + " SCANS");
  }

  @Test
  void itsFolderIsAModelThatOutlinesAsAStudent() throws IOException {
    Path scan = shared.resolve("source/a/a_flair.nii.gz");
    String masks = folder.resolve("masks").toString();
    List<String> arguments = new ArrayList<>(List.of("segment", scan.toString(), "--out", masks));
    arguments.addAll(List.of("--model", shared.resolve("model").toString()));
    assertThat(run(out, err, arguments)).as(err.toString()).isZero();
    assertThat(Files.readString(folder.resolve("masks/a.json")))
        .contains("\"method\" : \"student\"");
    arguments.addAll(List.of("--method", "cdm", "--overwrite"));
    assertThat(run(out, err, arguments)).isEqualTo(2);
    assertThat(err.toString()).contains("is of a student, but a diffusion model is needed here");
  }

  @Test
  void aStoreOfOneClassIsRefusedBeforeAnyWork() throws IOException {
    Path labels = folder.resolve("labels.csv");
    Files.writeString(labels, "case,label\na,0\nb,0\nc,0\n");
    Path same = folder.resolve("same");
    List<String> preparing = List.of("prepare", shared.resolve("source") + "", same.toString());
    String[] options = {"--size=16", "--labels=" + labels, "--split=0.6", "--axis=z"};
    String[] arguments =
        Stream.of(preparing, List.of(options)).flatMap(List::stream).toArray(String[]::new);
    assertThat(Main.run(new PrintWriter(out), new PrintWriter(err, true), arguments))
        .as(err.toString())
        .isZero();
    assertThat(run(out, err, learning(same, folder.resolve("model")))).isEqualTo(2);
    assertThat(err.toString()).contains("has no training slice with the object, labelled 1");
    assertThat(folder.resolve("model")).doesNotExist();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--out=x --preset=none | There is no preset 'none'",
        "--out=x --method=fsl | The method fsl cannot be the teacher",
        "--out=x --max-time=0s | time is 0 ms",
        "--out=x --set=network.image_size=32 | has slices of 16 pixels",
        "--out=x --resume | has no learn.yaml",
        "--out=model | holds a model already: resume it, replace it, or choose another folder",
        "--out=model --resume --max-time=1h | leave out --max-time",
        "--out=model --resume --overwrite | leave out --overwrite",
        "--out=source | holds other files already",
        "--out=source --overwrite | holds other files already",
      })
  void whatIsMissingOrWrongIsAUsersMistake(String options, String sentence) {
    List<String> arguments = new ArrayList<>(List.of("learn", store.toString()));
    if (options.matches("--out=(model|source)( --overwrite)?")) {
      arguments.addAll(TinyModel.options());
    }
    for (String option : options.split(" ")) {
      arguments.add(option.replaceFirst("^--out=", "--out=" + shared + "/"));
    }
    assertThat(run(out, err, arguments)).isEqualTo(2);
    assertThat(err.toString()).contains(sentence).doesNotContain("\tat ");
    assertThat(shared.resolve("x")).doesNotExist();
    assertThat(shared.resolve("model/weights.safetensors")).exists();
    assertThat(shared.resolve("source/a")).exists();
  }

  private static List<String> learning(Path store, Path model) {
    List<String> arguments = new ArrayList<>(List.of("learn", store.toString()));
    arguments.addAll(List.of("--out", model.toString()));
    arguments.addAll(
        TinyModel.options(
            "train.steps=8",
            "train.warmup=0",
            "train.learning_rate=1.0e-2",
            "map.draws=1",
            "map.noise_levels=[60]",
            "mask.foreground.rule=everywhere",
            "mask.minimum_size=0",
            "student.rounds=1",
            "student.train.steps=2",
            "student.train.batch=2"));
    return arguments;
  }

  private static int run(StringWriter out, StringWriter err, List<String> command) {
    List<String> arguments = new ArrayList<>(command);
    arguments.addAll(List.of("--device=cpu", "--precision=float32", "--progress=never"));
    return Main.run(
        new PrintWriter(out, true), new PrintWriter(err, true), arguments.toArray(String[]::new));
  }
}
