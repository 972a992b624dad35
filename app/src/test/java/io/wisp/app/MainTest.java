package io.wisp.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.wisp.UserError;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.NoSuchFileException;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Command;

class MainTest {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Test
  void versionNamesWispLibTorchAndJava() {
    assertThat(run("--version")).isZero();
    assertThat(out.toString())
        .containsPattern("Wisp \\d")
        .containsPattern("LibTorch \\d")
        .contains("Java " + System.getProperty("java.version"));
  }

  @Test
  void helpIsOfferedByEveryCommand() {
    for (CommandLine command : Main.commandLine(new Interruption()).getSubcommands().values()) {
      assertThat(run(command.getCommandName(), "--help")).isZero();
    }
    assertThat(out.toString()).contains("Usage: wisp completion");
  }

  @Test
  void aMistypedCommandIsAUsageMistakeWithASuggestion() {
    assertThat(run("completio")).isEqualTo(2);
    assertThat(err.toString()).contains("Did you mean").contains("wisp completion");
  }

  @Test
  void noCommandIsAUsageMistake() {
    assertThat(run()).isEqualTo(2);
    assertThat(err.toString()).contains("wisp --help");
  }

  @Test
  void aUserErrorIsItsSentenceAlone() {
    assertThat(runFailing(new UserError("scan.nii is empty: give another"), "fail")).isEqualTo(2);
    assertThat(err.toString().strip()).isEqualTo("wisp: scan.nii is empty: give another");
  }

  @Test
  void aUserErrorFromAnotherThreadIsStillAUserError() {
    Exception wrapped = new CompletionException(new UserError("no such case"));
    assertThat(runFailing(wrapped, "fail")).isEqualTo(2);
    assertThat(err.toString().strip()).isEqualTo("wisp: no such case");
  }

  @Test
  void aMissingFileIsNamed() {
    assertThat(runFailing(new NoSuchFileException("a.nii"), "fail")).isEqualTo(2);
    assertThat(err.toString()).contains("cannot use a.nii: there is no such file or folder");
  }

  @Test
  void anErrorOfOursSaysWhereItsTraceIs() {
    assertThat(runFailing(new IllegalStateException("odd"), "fail")).isEqualTo(1);
    assertThat(err.toString()).contains("odd").contains("wisp-error-").doesNotContain("\tat ");
  }

  @Test
  void verboseShowsTheTrace() {
    assertThat(runFailing(new IllegalStateException("odd"), "fail", "-v")).isEqualTo(1);
    assertThat(err.toString()).contains("\tat ");
  }

  @Test
  void completionScriptCompletesItsOwnCommand() {
    assertThat(run("completion")).isZero();
    assertThat(out.toString()).startsWith("#!").contains("completion");
  }

  private int run(String... arguments) {
    return Main.run(new PrintWriter(out, true), new PrintWriter(err, true), arguments);
  }

  private int runFailing(Exception error, String... arguments) {
    CommandLine line = Main.commandLine(new Interruption()).addSubcommand(new Failing(error));
    return Main.run(line.setErr(new PrintWriter(err, true)), arguments);
  }

  @Command(name = "fail")
  private record Failing(Exception error) implements Callable<Integer> {
    @Override
    public Integer call() throws Exception {
      throw error;
    }
  }
}
