package io.wisp.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.wisp.activation.RuleMethod;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The paper's table, and an ablation, from a few tiny scans. */
class ReproduceCommandTest {
  private static final String METHODS = "cdm,cg-cdm,layercam,fsl";
  private static final int RULES = RuleMethod.values().length;

  @TempDir private static Path shared;
  private static Path source;
  private static Path out;
  private static Path taught;
  private static StringWriter said;

  private final StringWriter err = new StringWriter();

  @BeforeAll
  static void reproduce() throws IOException {
    source = shared.resolve("source");
    out = shared.resolve("out");
    TinyScans.brats(source, "a", "b", "c", "d");
    said = new StringWriter();
    assertThat(run(said, said, reproduction("--methods", "cdm,fsl"))).as(said.toString()).isZero();
    said = new StringWriter();
    assertThat(run(said, said, reproduction("--methods", METHODS))).as(said.toString()).isZero();
    taught = copied(out, shared.resolve("taught"));
    StringWriter teaching = new StringWriter();
    assertThat(run(teaching, teaching, in(taught, reproduction("--methods", "cdm,fsl,student"))))
        .as(teaching.toString())
        .isZero();
    assertThat(teaching.toString())
        .contains("repeat 2: training a student", "repeat 2: a student, 4 of 4 steps")
        .contains("repeat 2: Student reaches Dice")
        .doesNotContain("training a diffusion model", "CDM reaches");
  }

  @Test
  void theTableStandsBesideThePublishedOne() throws IOException {
    assertThat(Files.readString(out.resolve("table.md")))
        .contains("BraTS, all positive slices", "over 2 repeats")
        .contains("| LayerCAM | CAM |", "| FSL | FSL |", "| 0.563 ± 0.023 |")
        .contains("| Bright | no learning |");
    assertThat(Files.readAllLines(out.resolve("table.csv"))).hasSize(5 + RULES);
    assertThat(Files.readString(out.resolve("table.tex"))).contains("CG-CDM");
    assertThat(Files.readAllLines(out.resolve("comparisons.csv"))).hasSize(1 + 6 + 4 * RULES);
    assertThat(out.resolve("maps.png")).isNotEmptyFile();
    assertThat(out.resolve("masks.png")).isNotEmptyFile();
    assertThat(Files.readString(out.resolve("report.html")))
        .contains("Weakly supervised methods on BraTS", "Methods compared", "p after Holm");
    assertThat(said.toString()).contains("HD95 (", " best rule that learns nothing, ");
  }

  @Test
  void whatWasThereAtTheSecondCallWasKept() throws IOException {
    assertThat(said.toString())
        .contains("repeat 1: training a classifier", "repeat 2: CG-CDM reaches Dice")
        .doesNotContain("training a diffusion model", "FSL reaches", "cases,");
    Path kept = out.resolve("repeat-1/scores-fsl.json");
    FileTime before = Files.getLastModifiedTime(kept);
    StringWriter third = new StringWriter();
    assertThat(run(third, third, reproduction("--methods", METHODS))).isZero();
    assertThat(third.toString()).doesNotContain("training", "reaches");
    assertThat(Files.getLastModifiedTime(kept)).isEqualTo(before);
  }

  @Test
  void aStudentStandsInTheTableOfWhoAsksForIt() throws IOException {
    assertThat(Files.readString(taught.resolve("table.md")))
        .containsPattern("\\| Student \\| DM \\+ student \\| \\S+ ± \\S+ \\| – \\|")
        .contains("| FSL | FSL |");
    assertThat(taught.resolve("repeat-2/student/weights.safetensors")).exists();
  }

  @Test
  void aStudentIsKeptUntilItsMasksWouldBeOthers(@TempDir Path folder) throws IOException {
    Path copy = copied(taught, folder.resolve("copy"));
    List<String> arguments = in(copy, reproduction("--methods", "cdm,student"));
    StringWriter same = new StringWriter();
    assertThat(run(same, same, arguments)).as(same.toString()).isZero();
    assertThat(same.toString()).doesNotContain("training", "reaches");
    arguments.addAll(List.of("--set", "map.tau=0.5"));
    StringWriter other = new StringWriter();
    assertThat(run(other, other, arguments)).as(other.toString()).isZero();
    assertThat(other.toString())
        .contains("repeat 1: training a student", "repeat 1: Student reaches", "CDM reaches")
        .doesNotContain("training a diffusion model", "resumed");
  }

  @Test
  void rowsAreScoredInAllRepeats(@TempDir Path folder) throws IOException {
    Path copy = copied(taught, folder.resolve("copy"));
    Path trained = copy.resolve("repeat-2/diffusion.json");
    Path aside = Files.move(trained, folder.resolve("diffusion.json"));
    Path file = folder.resolve("rows.yaml");
    Files.writeString(
        file,
        """
        - {name: whole contrast, set: [map.tau=0]}
        - {name: student, method: student}
        - {name: with masks, method: fsl}
        """);
    Path table = folder.resolve("table");
    List<String> arguments = pooled(copy, file, table);
    StringWriter first = new StringWriter();
    assertThat(run(first, first, arguments)).as(first.toString()).isZero();
    assertThat(first.toString()).contains("repeat 1: student: Dice").doesNotContain("repeat 2");

    Files.move(aside, trained);
    StringWriter second = new StringWriter();
    assertThat(run(second, second, arguments)).as(second.toString()).isZero();
    assertThat(second.toString())
        .containsPattern("repeat 1: student: Dice.*, kept\\R")
        .containsPattern("repeat 2: student: Dice")
        .doesNotContainPattern("repeat 2: .*, kept");
    assertThat(Files.readString(table.resolve("rows.md"))).contains("in 2 repeats", "| student |");
    assertThat(Files.readAllLines(table.resolve("rows.csv"))).hasSize(4 + RULES);
    assertThat(Files.readString(table.resolve("report.html")))
        .contains("± over repeats", "the row with masks ");
    for (String name : List.of("rows-dice.png", "rows-dice.svg", "repeat-2/rows-slices.csv")) {
      assertThat(table.resolve(name)).isNotEmptyFile();
    }
  }

  @Test
  void aRowWhoseNetworkARepeatLacksIsAUsersMistake(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("rows.yaml"), "- {name: a, method: student}");
    assertThat(run(new StringWriter(), err, pooled(out, file, folder.resolve("t")))).isEqualTo(2);
    assertThat(err.toString())
        .contains("takes the method student, but a student has not been trained for it in")
        .contains("reproduce with the method student first");
    assertThat(folder.resolve("t")).doesNotExist();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--repeats=out | --repeats scores rows: give --rows FILE",
        "--repeats=out --rows=rows.yaml store | takes stores, networks and settings of the",
        "--repeats=out --rows=rows.yaml --set map.tau=0 | takes stores, networks and settings of",
        "--repeats=source --rows=rows.yaml | holds no reproduction: give the folder of one",
        "--rows=rows.yaml | No store is given: give STORE and --model RUN, or --repeats DIR",
      })
  void whatRepeatsCannotBeIsAUsersMistake(String options, String sentence, @TempDir Path folder)
      throws IOException {
    Path file = Files.writeString(folder.resolve("rows.yaml"), "- {name: a}");
    List<String> arguments =
        new ArrayList<>(List.of("ablate", "--out", folder.resolve("table").toString()));
    for (String option : options.split(" ")) {
      arguments.add(
          option
              .replace("--repeats=", "--repeats=" + shared + "/")
              .replace("--rows=rows.yaml", "--rows=" + file));
    }
    assertThat(run(new StringWriter(), err, arguments)).isEqualTo(2);
    assertThat(err.toString()).contains(sentence).doesNotContain("\tat ");
  }

  @Test
  void theFolderOfTheReproductionIsNotTheTables(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("rows.yaml"), "- {name: a}");
    assertThat(run(new StringWriter(), err, pooled(out, file, out))).isEqualTo(2);
    assertThat(err.toString()).contains("holds a reproduction, whose own results would be");
  }

  @Test
  void aParameterIsVaried(@TempDir Path folder) throws IOException {
    List<String> arguments = ablation(folder, "--vary=tau", "--values=0.5,0");
    StringWriter told = new StringWriter();
    assertThat(run(told, err, arguments)).as(err.toString()).isZero();
    assertThat(told.toString()).containsPattern("(?s)τ 0: Dice.*τ 0.5: Dice");
    assertThat(Files.readAllLines(folder.resolve("tau.csv"))).hasSize(3);
    for (String file : List.of("dice.png", "dice.svg", "hd95.svg", "maps.png", "masks.png")) {
      assertThat(folder.resolve("tau-" + file)).isNotEmptyFile();
    }
    assertThat(Files.readString(folder.resolve("tau.html"))).contains("moving weight τ varied");
    assertThat(run(told, err, arguments)).isEqualTo(2);
    assertThat(err.toString()).contains("holds an ablation of tau already: give --overwrite");
  }

  @Test
  void ideasAreAddedRowByRow(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("rows.yaml");
    Files.writeString(
        file,
        """
        - {name: as published, from: published, set: [map.iterations=1]}
        - {name: whole contrast, set: [map.tau=0]}
        """);
    Path table = folder.resolve("table");
    List<String> arguments = ablation(table, "--rows=" + file, "--split=train");
    StringWriter told = new StringWriter();
    assertThat(run(told, err, arguments)).as(err.toString()).isZero();
    assertThat(told.toString()).containsPattern("(?s)as published: Dice.*whole contrast: Dice");
    assertThat(Files.readAllLines(table.resolve("rows.csv"))).hasSize(3 + RULES);
    assertThat(Files.readAllLines(table.resolve("rows-slices.csv"))).hasSize(1 + (2 + RULES) * 3);
    assertThat(Files.readAllLines(table.resolve("rows-volumes.csv"))).hasSize(1 + (2 + RULES) * 3);
    assertThat(Files.readString(table.resolve("rows.md")))
        .startsWith("3 positive slices of 3 patients trained on");
    assertThat(table.resolve("rows-maps.png")).isNotEmptyFile();
    assertThat(Files.readString(table.resolve("report.html"))).contains("Ablation by rows");

    Files.writeString(file, Files.readString(file) + "- {name: smooth, set: [mask.smoothing=2]}\n");
    StringWriter second = new StringWriter();
    assertThat(run(second, err, arguments)).as(err.toString()).isZero();
    assertThat(second.toString()).containsPattern("whole contrast: Dice.*, kept\\R");
    assertThat(second.toString()).doesNotContainPattern("smooth: Dice.*, kept");
    assertThat(Files.readAllLines(table.resolve("rows.csv"))).hasSize(4 + RULES);

    Files.writeString(file, "- {name: another, set: [map.tau=0.3]}\n");
    assertThat(run(second, err, arguments)).isEqualTo(2);
    assertThat(err.toString())
        .contains(
            "holds rows of other settings, networks or slices: make them anew", "--overwrite");
    StringWriter anew = new StringWriter();
    arguments.add("--overwrite");
    assertThat(run(anew, err, arguments)).isZero();
    assertThat(anew.toString()).doesNotContain("kept");
    assertThat(Files.readAllLines(table.resolve("rows.csv"))).hasSize(2 + RULES);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--vary=tau | It is not said what to vary: give --vary NAME and --values NUMBERS, or --rows",
        "--rows=a.yaml --vary=tau | --rows says all that is varied: leave out --vary",
        "--rows=a.yaml --method=cdm | leave out --vary, --values and --method, or --rows",
        "--rows=nowhere.yaml | nowhere.yaml cannot be read",
        "--vary=beta --values=1 | There is no parameter 'beta' to vary; there are: noise-level,",
        "--vary=tau --values=1 | map.tau is 1.0, but must be below 1",
        "--vary=noise-level --values=1000 | noise level 1000, but diffusion.steps is 1000",
        "--vary=guidance-scale --values=1 | cg-cdm needs a classifier, and none is given. Give --classifier RUN",
        "--vary=iterations --values=1.5 | takes whole numbers",
      })
  void whatCannotBeVariedIsAUsersMistake(String options, String sentence, @TempDir Path folder) {
    assertThat(run(new StringWriter(), err, ablation(folder, options.split(" ")))).isEqualTo(2);
    assertThat(err.toString()).contains(sentence).doesNotContain("\tat ");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "imagenet | source | There is no study 'imagenet'; there are: brats, chaos, lgg.",
        "brats | nowhere | there is no folder",
      })
  void aDataSetThatIsNotThereIsAUsersMistake(
      String study, String name, String sentence, @TempDir Path folder) {
    List<String> arguments = new ArrayList<>(List.of("reproduce", study));
    arguments.addAll(List.of(shared.resolve(name).toString(), "--preset=demo"));
    arguments.addAll(List.of("--out", folder.resolve("new").toString()));
    assertThat(run(new StringWriter(), err, arguments)).isEqualTo(2);
    assertThat(err.toString()).contains(sentence);
  }

  @Test
  void anotherPlanIsNotMixedIn() {
    List<String> arguments = new ArrayList<>(reproduction("--methods", "cdm"));
    arguments.addAll(List.of("--set", "train.steps=2"));
    assertThat(run(new StringWriter(), err, arguments)).isEqualTo(2);
    assertThat(err.toString()).contains("holds a reproduction of brats");
  }

  @Test
  void withOtherMapsTheSameNetworksAreScoredAnew(@TempDir Path folder) throws IOException {
    Path copy = copied(out, folder.resolve("copy"));
    List<String> arguments = in(copy, reproduction("--methods", "cdm,layercam"));
    arguments.addAll(List.of("--set", "map.tau=0.5"));
    StringWriter told = new StringWriter();
    assertThat(run(told, told, arguments)).as(told.toString()).isZero();
    assertThat(told.toString())
        .contains("CDM reaches")
        .doesNotContain("training", "LayerCAM reaches");
  }

  private static Path copied(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.toList()) {
        Files.copy(file, to.resolve(from.relativize(file).toString()));
      }
    }
    return to;
  }

  /** The same reproduction in another folder. */
  private static List<String> in(Path folder, List<String> reproduction) {
    List<String> arguments = new ArrayList<>(reproduction);
    arguments.set(arguments.indexOf(out.toString()), folder.toString());
    return arguments;
  }

  private static List<String> pooled(Path reproduction, Path rows, Path table) {
    return List.of(
        "ablate", "--repeats=" + reproduction, "--rows=" + rows, "--out", table.toString());
  }

  private static List<String> ablation(Path folder, String... options) {
    List<String> arguments = new ArrayList<>();
    arguments.addAll(List.of("ablate", out.resolve("repeat-1/store").toString()));
    arguments.addAll(List.of("--model", out.resolve("repeat-1/diffusion").toString()));
    arguments.addAll(List.of("--out", folder.toString()));
    arguments.addAll(List.of(options));
    return arguments;
  }

  private static List<String> reproduction(String... options) {
    List<String> arguments =
        new ArrayList<>(List.of("reproduce", "brats", source.toString(), "--out", out.toString()));
    arguments.addAll(List.of("--repeats", "2"));
    arguments.addAll(
        TinyModel.options(
            "train.steps=8",
            "train.warmup=0",
            "train.learning_rate=1.0e-2",
            "student.rounds=2",
            "student.train.steps=2",
            "student.train.batch=2",
            "mask.foreground.rule=everywhere",
            "mask.minimum_size=0",
            "classifier.train.steps=1",
            "segmenter.train.steps=1",
            "map.noise_levels=[60]",
            "map.draws=1"));
    arguments.addAll(List.of(options));
    return arguments;
  }

  private static int run(StringWriter out, StringWriter err, List<String> command) {
    List<String> arguments = new ArrayList<>(command);
    arguments.addAll(List.of("--device=cpu", "--precision=float32", "--progress=never"));
    return Main.run(
        new PrintWriter(out, true), new PrintWriter(err, true), arguments.toArray(String[]::new));
  }
}
