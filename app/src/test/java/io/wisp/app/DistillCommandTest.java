package io.wisp.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A student trained, and used in {@code evaluate} and {@code segment}. */
class DistillCommandTest {
  private static final List<String> QUICK =
      List.of(
          "map.draws=1",
          "map.noise_levels=[60]",
          "mask.foreground.rule=everywhere",
          "mask.minimum_size=0",
          "student.train.steps=2",
          "student.train.batch=2");

  @TempDir private static Path shared;
  private static Path store;
  private static final StringWriter DISTILLING = new StringWriter();

  @TempDir private Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @BeforeAll
  static void distil() throws IOException {
    store = TinyScans.store(shared);
    List<String> training = new ArrayList<>(List.of("train", "diffusion", store.toString()));
    training.addAll(List.of("--out", shared.resolve("run").toString()));
    training.addAll(
        TinyModel.options("train.steps=8", "train.warmup=0", "train.learning_rate=1.0e-2"));
    assertThat(run(DISTILLING, DISTILLING, training)).as(DISTILLING.toString()).isZero();
    List<String> arguments = distill(shared.resolve("student"));
    assertThat(run(DISTILLING, DISTILLING, arguments)).as(DISTILLING.toString()).isZero();
  }

  @Test
  void itSaysWhatWasLearnedFromAndWhatToDoNext() {
    assertThat(DISTILLING.toString())
        .containsPattern("Round 1: masks of 2 of 2 positive slices .*, the teacher's")
        .contains("the student's of round 1")
        .contains("Done after 4 steps")
        .contains("wisp evaluate --student " + shared.resolve("student") + " " + store);
  }

  @Test
  void aStudentAloneIsEvaluatedAsStudent() throws IOException {
    assertThat(evaluate("--student", shared.resolve("student").toString()))
        .as(err.toString())
        .isZero();
    assertThat(out.toString()).contains("Student: Dice");
    assertThat(Files.readString(folder.resolve("results/summary.json")))
        .contains("\"method\" : \"student\"", "\"rule\" : \"PROBABILITY_OF_PRESENT\"");
  }

  @Test
  void studentAndTeacherAreComparedAndOnlyTheTeacherWasPublished() {
    List<String> runs = List.of(shared.resolve("run").toString(), shared.resolve("student") + "");
    assertThat(
            evaluate(
                "--model",
                runs.get(0),
                "--student",
                runs.get(1),
                "--method=cdm,student",
                "--with-published"))
        .as(err.toString())
        .isZero();
    assertThat(out.toString())
        .contains("CDM: Dice", "Student: Dice", "CDM as published")
        .doesNotContain("Student as published");
  }

  @Test
  void newScansAreSegmentedSliceBySliceWithoutLabels() throws IOException {
    Path scan = shared.resolve("source/a/a_flair.nii.gz");
    List<String> arguments = new ArrayList<>(List.of("segment", scan.toString()));
    arguments.addAll(List.of("--student", shared.resolve("student").toString()));
    arguments.addAll(List.of("--out", folder.resolve("masks").toString()));
    assertThat(run(out, err, arguments)).as(err.toString()).isZero();
    assertThat(Files.readString(folder.resolve("masks/a.json")))
        .contains("\"method\" : \"student\"", "\"threshold\" : 0.5");
  }

  @Test
  void anEarlierStudentIsReplacedOnlyIfThatIsAskedFor() {
    List<String> arguments = distill(folder.resolve("student"));
    arguments.add("--rounds=1");
    assertThat(run(out, err, arguments)).as(err.toString()).isZero();
    assertThat(run(out, err, arguments)).isEqualTo(2);
    assertThat(err.toString())
        .contains("resume it, replace it,", "See --resume, --overwrite or --out.");
    arguments.add("--overwrite");
    assertThat(run(out, err, arguments)).as(err.toString()).isZero();
  }

  @Test
  void settingsThatWereChosenForTheTeacherMayLieInAFile() throws IOException {
    Path settings = folder.resolve("settings.yaml");
    Files.writeString(settings, "map: {tau: 0.25}\nmask: {smoothing: 0.75}\n");
    List<String> arguments = distill(folder.resolve("student"));
    arguments.addAll(List.of("--settings", settings.toString(), "--set", "map.tau=0.5"));
    assertThat(run(out, err, arguments)).as(err.toString()).isZero();
    assertThat(Files.readString(folder.resolve("student/config.yaml")))
        .contains("tau: 0.5", "smoothing: 0.75");
  }

  @Test
  void itGoesOnWithItsTeacherAndSettings() {
    List<String> arguments = distill(folder.resolve("student"));
    arguments.add("--max-time=0s");
    assertThat(run(out, err, arguments)).as(err.toString()).isZero();
    assertThat(out.toString()).contains("Stopped after 0 steps", "Go on: wisp distill");
    List<String> further = List.of("distill", store.toString(), "--resume", "--out");
    List<String> resuming = new ArrayList<>(further);
    resuming.add(folder.resolve("student").toString());
    assertThat(run(out, err, resuming)).as(err.toString()).isZero();
    assertThat(out.toString()).contains("Done after 4 steps");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--out=x | No teacher is given: give --from RUN",
        "--out=x --from=student | is of a student, but a diffusion model is needed here",
        "--out=x --from=run --method=fsl | The method fsl cannot be the teacher",
        "--out=x --from=run --method=cg-cdm | The method cg-cdm needs a classifier",
        "--out=x --from=run --settings=none.yaml | The settings file none.yaml cannot be read",
        "--out=x --from=run --rounds=0 | student.rounds is 0",
        "--out=x --from=run --resume --overwrite | --resume goes on, --overwrite begins anew",
        "--out=x --from=run --set network.image_size=32 | has slices of 16 pixels",
        "--out=run --from=run --overwrite | is of a diffusion model, but a student is needed here",
        "--out=run --resume | is of a diffusion model, but a student is needed here",
        "--out=x --resume | is no run folder",
        "--out=student --from=x --resume | was begun with the teacher",
      })
  void whatIsMissingOrWrongIsAUsersMistake(String options, String sentence) {
    List<String> arguments = new ArrayList<>(List.of("distill", store.toString()));
    for (String option : options.split(" ")) {
      arguments.add(option.replaceFirst("^(--(out|from))=", "$1=" + shared + "/"));
    }
    assertThat(run(out, err, arguments)).isEqualTo(2);
    assertThat(err.toString()).contains(sentence).doesNotContain("\tat ");
    assertThat(shared.resolve("x")).doesNotExist();
    assertThat(shared.resolve("run/weights.safetensors")).exists();
  }

  private int evaluate(String... options) {
    List<String> arguments = new ArrayList<>(List.of("evaluate", store.toString()));
    arguments.addAll(List.of("--out", folder.resolve("results").toString()));
    arguments.addAll(List.of(options));
    return run(out, err, arguments);
  }

  private static List<String> distill(Path student) {
    List<String> arguments = new ArrayList<>(List.of("distill", store.toString()));
    arguments.addAll(List.of("--from", shared.resolve("run").toString()));
    arguments.addAll(List.of("--out", student.toString()));
    QUICK.forEach(setting -> arguments.addAll(List.of("--set", setting)));
    return arguments;
  }

  private static int run(StringWriter out, StringWriter err, List<String> command) {
    List<String> arguments = new ArrayList<>(command);
    arguments.addAll(List.of("--device=cpu", "--precision=float32", "--progress=never"));
    return Main.run(
        new PrintWriter(out, true), new PrintWriter(err, true), arguments.toArray(String[]::new));
  }
}
