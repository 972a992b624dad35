package io.wisp.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/** Only the command line speaks of its options and commands; who uses the library has none. */
class LibraryWithoutConsoleTest {
  /** Text and characters in quotes; comments, so that what they quote is passed over. */
  private static final Pattern TOKEN =
      Pattern.compile(
          "(?s)(\"\"\".*?\"\"\"|\"(?:\\\\.|[^\"\\\\])*\")|'(?:\\\\.|[^'\\\\])+'|//[^\n]*|/\\*.*?\\*/");

  private static final Pattern CONSOLE = console(Main.commandLine(new Interruption()));

  private static Pattern console(CommandLine wisp) {
    Set<String> options = new TreeSet<>();
    gather(wisp, options);
    String commands = String.join("|", wisp.getSubcommands().keySet());
    return Pattern.compile(
        "(%s)(?![a-z-])|\\bwisp (%s)\\b"
            .formatted(
                options.stream().map(Pattern::quote).collect(Collectors.joining("|")), commands));
  }

  private static void gather(CommandLine line, Set<String> options) {
    line.getCommandSpec().optionsMap().keySet().stream()
        .filter(name -> name.startsWith("--"))
        .forEach(options::add);
    line.getSubcommands().values().forEach(sub -> gather(sub, options));
  }

  @ParameterizedTest
  @ValueSource(strings = {"core", "lab"})
  void noTextOfALibraryNamesAnOptionOrACommand(String module) throws IOException {
    List<String> found = new ArrayList<>();
    try (Stream<Path> files = Files.walk(Path.of("..", module, "src", "main", "java"))) {
      for (Path file : files.filter(path -> path.toString().endsWith(".java")).toList()) {
        naming(Files.readString(file)).forEach(text -> found.add(file.getFileName() + ": " + text));
      }
    }
    assertThat(found).isEmpty();
  }

  @Test
  void textsAreToldFromComments() {
    assertThat(
            naming(
                """
                /** Not this: "--out". */
                char quote = '"'; // nor "--set"
                String a = "give --overwrite, or \\"another\\" --out";
                String b = "see `wisp train diffusion`";
                String c = "gdcmconv --raw, --output, --- and Wisp trains";
                """))
        .containsExactly(
            "\"give --overwrite, or \\\"another\\\" --out\"", "\"see `wisp train diffusion`\"");
  }

  private static List<String> naming(String source) {
    return TOKEN
        .matcher(source)
        .results()
        .map(token -> token.group(1))
        .filter(text -> text != null && CONSOLE.matcher(text).find())
        .toList();
  }
}
