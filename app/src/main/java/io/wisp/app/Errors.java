package io.wisp.app;

import io.wisp.UserError;
import io.wisp.training.TrainingDiverged;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * Tells a person what went wrong: the sentence alone when they can mend it (exit code 2) or when a
 * training diverged (exit code 1), the sentence and where the trace is when the fault is ours (exit
 * code 1). What a command falls over that was asked to end is no news.
 */
final class Errors implements IParameterExceptionHandler, IExecutionExceptionHandler {
  private final WispCommand wisp;

  Errors(WispCommand wisp) {
    this.wisp = wisp;
  }

  @Override
  public int handleParseException(ParameterException error, String[] arguments) {
    CommandLine line = error.getCommandLine();
    PrintWriter err = line.getErr();
    Optional<String> users = userMessage(error);
    err.println("wisp: " + users.orElse(error.getMessage()));
    if (!UnmatchedArgumentException.printSuggestions(error, err)) {
      err.println("See `" + line.getCommandSpec().qualifiedName() + " --help`.");
    }
    return ExitCode.USAGE;
  }

  @Override
  public int handleExecutionException(Exception error, CommandLine line, ParseResult parsed) {
    return report(error, line.getErr());
  }

  /** Prints the error and returns the exit code that belongs to it. */
  int report(Throwable error, PrintWriter err) {
    Optional<String> users = userMessage(error);
    Optional<String> known = users.or(() -> divergence(error));
    boolean stopped = known.isEmpty() && wisp.interruption().requested();
    if (!stopped) {
      err.println("wisp: " + known.orElseGet(() -> "unexpected error: " + error));
    }
    if (wisp.verbose()) {
      error.printStackTrace(err);
    } else if (known.isEmpty() && !stopped) {
      err.println(saveTrace(error));
    }
    return users.isPresent() ? ExitCode.USAGE : ExitCode.SOFTWARE;
  }

  /** The sentence for the user, if somewhere among the causes lies a mistake they can mend. */
  private static Optional<String> userMessage(Throwable error) {
    return Stream.iterate(error, e -> e != null, Throwable::getCause)
        .map(Errors::sentence)
        .flatMap(Optional::stream)
        .findFirst();
  }

  /** What a training that could not go on has to say. */
  private static Optional<String> divergence(Throwable error) {
    return error instanceof TrainingDiverged diverged
        ? Optional.of(Advice.sentence(diverged))
        : Optional.empty();
  }

  private static Optional<String> sentence(Throwable error) {
    if (error instanceof UserError mistake) {
      return Optional.of(Advice.sentence(mistake));
    }
    if (error instanceof FileSystemException e && e.getFile() != null) {
      return Optional.of("cannot use %s: %s".formatted(e.getFile(), reason(e)));
    }
    return Optional.empty();
  }

  private static String reason(FileSystemException e) {
    if (e.getReason() != null) {
      return e.getReason();
    }
    if (e instanceof NoSuchFileException) {
      return "there is no such file or folder";
    }
    if (e instanceof FileAlreadyExistsException) {
      return "it exists already";
    }
    return e.getClass().getSimpleName();
  }

  private static String saveTrace(Throwable error) {
    StringWriter trace = new StringWriter();
    error.printStackTrace(new PrintWriter(trace));
    try {
      Path file = Files.createTempFile("wisp-error-", ".log");
      Files.writeString(file, trace.toString());
      return "This is a fault in Wisp. Its trace is in " + file + " (or run with --verbose).";
    } catch (IOException | UncheckedIOException e) {
      return "This is a fault in Wisp. Run with --verbose to see its trace.";
    }
  }
}
