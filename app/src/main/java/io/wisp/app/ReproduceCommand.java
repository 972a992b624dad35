package io.wisp.app;

import io.wisp.UserError;
import io.wisp.activation.MapMethod;
import io.wisp.activation.RuleMethod;
import io.wisp.engine.Engine;
import io.wisp.reproduction.Reproduction;
import io.wisp.reproduction.ReproductionPlan;
import io.wisp.reproduction.ReproductionResult;
import io.wisp.reproduction.Study;
import io.wisp.reproduction.TableText;
import io.wisp.training.RunSettings;
import io.wisp.training.Training;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code wisp reproduce}: a data set in, the paper's table out. */
@Command(
    name = "reproduce",
    sortOptions = false,
    description = {
      "Repeats the paper's comparison on your copy of a data set: for each repeat it prepares"
          + " slices with another patient split, trains what is missing (diffusion model,"
          + " classifier, segmenter, and for the method student one on CDM's masks), and scores"
          + " every method under one protocol.",
      "",
      "DIR will hold report.html, the table as table.md, table.csv and table.tex beside the"
          + " published figures, slices.csv, comparisons.csv (Wilcoxon, Holm), maps.png and"
          + " masks.png, and a folder for each repeat. However it was stopped, the same command"
          + " resumes; it may then ask for more --methods, --repeats and --max-time.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  wisp reproduce lgg kaggle_3m --out lgg --preset small --max-time 8h",
      "  wisp reproduce brats MICCAI_BraTS2020_TrainingData --out brats",
      "  wisp reproduce chaos CHAOS --out chaos --preset small --methods cdm,cg-cdm,fsl --repeats 2",
      "  wisp reproduce lgg kaggle_3m --out lgg --preset small --methods cdm,fsl,student"
    })
final class ReproduceCommand implements Callable<Integer> {
  @Parameters(
      index = "0",
      paramLabel = "STUDY",
      description = "brats (Table 1), chaos (Table 2), or lgg, split like brats.")
  private String study;

  @Parameters(index = "1", paramLabel = "SRC", description = "Folder of the data set.")
  private Path source;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "DIR",
      description = "Folder for everything; created if missing.")
  private Path out;

  @Option(
      names = "--preset",
      defaultValue = "paper",
      paramLabel = "NAME",
      description =
          "Settings: paper or small (those for the study), or demo. Default: ${DEFAULT-VALUE}, for"
              + " a GPU.")
  private String preset;

  @Option(
      names = "--methods",
      split = ",",
      paramLabel = "NAME",
      converter = MethodConverter.class,
      completionCandidates = MethodConverter.Names.class,
      description =
          "Methods, comma-separated: ${COMPLETION-CANDIDATES}. Default: those of the paper's"
              + " tables. Rules that learn nothing are always compared.")
  private List<MapMethod> methods = Study.METHODS;

  @Option(
      names = "--repeats",
      defaultValue = "4",
      paramLabel = "N",
      description =
          "Repeats, each with its own split and training; for chaos, folds. Default:"
              + " ${DEFAULT-VALUE}.")
  private int repeats;

  @Option(
      names = "--max-time",
      paramLabel = "TIME",
      converter = DurationConverter.class,
      description =
          "Time limit for all trainings together, such as 90m or 8h; a diffusion model gets three"
              + " times the share of a classifier, segmenter or student.")
  private Duration maxTime = Training.NO_LIMIT;

  @Mixin private SettingOption changes;
  @Mixin private EngineOption engineOption;
  @Mixin private ProgressOption progress;
  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    PrintWriter screen = spec.commandLine().getOut();
    ReproductionPlan plan = plan();
    Engine engine =
        engineOption.engine(
            RunSettings.of(plan.preset(), null, plan.assignments()).network(),
            progress.interruption().stop());
    screen.println("Computing on " + engine.reason());
    Reproduction reproduction =
        new Reproduction(
            plan,
            out,
            engine,
            (training, beginning, limit) ->
                new InterruptibleTraining(training, limit, progress).run(beginning),
            progress.factory(),
            line -> {
              screen.println(line);
              screen.flush();
            });
    print(reproduction.run(), screen);
    return 0;
  }

  private ReproductionPlan plan() {
    Study chosen =
        Study.of(study)
            .orElseThrow(
                () ->
                    new UserError(
                        "There is no study '%s'; there are: %s."
                            .formatted(
                                study,
                                String.join(
                                    ", ",
                                    Arrays.stream(Study.values())
                                        .map(Study::studyName)
                                        .toList()))));
    List<MapMethod> compared = new ArrayList<>(methods);
    compared.addAll(RuleMethod.besides(methods));
    return new ReproductionPlan(
        chosen, source, chosen.preset(preset), changes.assignments(), compared, repeats, maxTime);
  }

  private void print(ReproductionResult result, PrintWriter screen) {
    screen.println();
    print(new TableText(result.table()), screen);
    result
        .largeObjects()
        .ifPresent(
            table -> {
              screen.println(table.caption());
              print(new TableText(table), screen);
            });
    result.verdictText().ifPresent(screen::println);
    screen.println("Look at " + out.resolve("report.html"));
  }

  private static void print(TableText text, PrintWriter screen) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(text.heads());
    rows.addAll(text.cells());
    screen.println(TextTable.of(rows));
    screen.println();
  }
}
