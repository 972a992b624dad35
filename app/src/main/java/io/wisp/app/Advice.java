package io.wisp.app;

import io.wisp.Remedy;
import io.wisp.UserError;
import io.wisp.activation.MissingNetwork;
import io.wisp.activation.RunKind;
import io.wisp.engine.Precision;
import io.wisp.training.TrainingDiverged;
import java.util.List;
import java.util.stream.Collectors;

/** Adds to the library's sentences which option or command mends the error. */
final class Advice {
  private Advice() {}

  /** What went wrong, and by which options it is mended. */
  static String sentence(UserError error) {
    if (error instanceof MissingNetwork missing) {
      return error.getMessage() + " " + give(missing.kind());
    }
    return error.remedies().isEmpty()
        ? error.getMessage()
        : ended(error.getMessage()) + " See " + list(error.remedies()) + ".";
  }

  /** What went wrong, and with which options to go on. */
  static String sentence(TrainingDiverged error) {
    String set = error.toTry().stream().map(one -> " --set " + one).collect(Collectors.joining());
    String exact = error.precision() == Precision.FLOAT32 ? "" : ", or --precision float32";
    return "%s Go on by --resume%s%s; `wisp doctor` tells whether this machine computes right."
        .formatted(error.getMessage(), set, exact);
  }

  /** The option that gives a command such a run. */
  static String option(RunKind kind) {
    return kind == RunKind.DIFFUSION ? "--model" : "--" + kind.kindName();
  }

  /** The command that makes such a run. */
  static String command(RunKind kind) {
    return kind == RunKind.STUDENT ? "wisp distill" : "wisp train " + kind.kindName();
  }

  private static String give(RunKind kind) {
    return "Give %s RUN, a run of `%s`.".formatted(option(kind), command(kind));
  }

  private static String option(Remedy remedy) {
    return switch (remedy) {
      case REPLACE -> "--overwrite";
      case OTHER_FOLDER -> "--out";
      case RESUME -> "--resume";
      case SETTING -> "--set";
      case TRAIN -> "`wisp train` and `wisp distill`";
      case PREPARE -> "`wisp prepare`";
      case SLICE_SIZE -> "`wisp prepare --size`";
      case SPLIT -> "`wisp prepare --split` and --seed";
      case SPLIT_FILE -> "`wisp prepare --split-file`";
      case LABELS -> "--labels";
      case FIRST_SLICE -> "--slices-from";
      case MIN_CONTENT -> "--min-content";
      case OBJECT -> "--object";
      case MODALITY -> "--modality";
      case RESAMPLE -> "--resample (`wisp prepare`, `wisp segment`)";
      case FRAME -> "--frame";
      case SERIES -> "--series";
      case ORDER -> "--order";
      case OUTLINE -> "`wisp segment`";
      case DEVICE -> "--device cpu, or `WISP_BUILD_OPTS=-Pcuda ./wisp` for CUDA";
      case PRECISION -> "--precision float32";
      case TRUST_PRECISION -> "--trust-precision";
      case MORE_CASES -> "--cases";
      case OTHER_CASES -> "--seed";
      case WINDOW -> "--window";
      case NO_ORACLE -> "--oracle";
    };
  }

  /** {@code a}, {@code a or b}, {@code a, b or c}. */
  private static String list(List<Remedy> remedies) {
    List<String> options = remedies.stream().map(Advice::option).toList();
    int last = options.size() - 1;
    return last == 0
        ? options.get(0)
        : String.join(", ", options.subList(0, last)) + " or " + options.get(last);
  }

  private static String ended(String sentence) {
    return sentence.endsWith(".") ? sentence : sentence + ".";
  }
}
