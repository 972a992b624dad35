package io.wisp.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.wisp.BadSetting;
import io.wisp.Remedy;
import io.wisp.TargetExists;
import io.wisp.UserError;
import io.wisp.activation.MissingNetwork;
import io.wisp.activation.RunKind;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import picocli.CommandLine;

class AdviceTest {
  private static final Pattern OPTION = Pattern.compile("--[a-z-]+");
  private static final Pattern COMMAND = Pattern.compile("`wisp ([a-z]+)");

  @ParameterizedTest
  @EnumSource(Remedy.class)
  void everyRemedyNamesAnOptionOrACommandThatThereIs(Remedy remedy) {
    String sentence = Advice.sentence(new UserError("wrong.", remedy));
    assertThat(sentence).startsWith("wrong. See ").endsWith(".");
    Set<String> named = found(OPTION, sentence);
    Set<String> commands = found(COMMAND, sentence);
    CommandLine wisp = Main.commandLine(new Interruption());
    assertThat(named.size() + commands.size()).isPositive();
    assertThat(options(wisp)).containsAll(named);
    assertThat(wisp.getSubcommands().keySet()).containsAll(commands);
  }

  private static Set<String> options(CommandLine line) {
    Set<String> options = new TreeSet<>(line.getCommandSpec().optionsMap().keySet());
    line.getSubcommands().values().forEach(sub -> options.addAll(options(sub)));
    return options;
  }

  private static Set<String> found(Pattern pattern, String text) {
    Set<String> found = new TreeSet<>();
    Matcher matcher = pattern.matcher(text);
    while (matcher.find()) {
      found.add(matcher.group(matcher.groupCount()));
    }
    return found;
  }

  @Test
  void severalRemediesAreAList() {
    TargetExists error =
        new TargetExists(
            Path.of("run"),
            "run holds a run already",
            Remedy.RESUME,
            Remedy.REPLACE,
            Remedy.OTHER_FOLDER);
    assertThat(Advice.sentence(error))
        .isEqualTo("run holds a run already. See --resume, --overwrite or --out.");
  }

  @Test
  void anErrorThatSaysAllStaysAsItIs() {
    assertThat(Advice.sentence(new BadSetting("draws", 0, "draws is 0"))).isEqualTo("draws is 0");
  }

  @ParameterizedTest
  @CsvSource({
    "DIFFUSION,--model,wisp train diffusion",
    "CLASSIFIER,--classifier,wisp train classifier",
    "SEGMENTER,--segmenter,wisp train segmenter",
    "STUDENT,--student,wisp distill"
  })
  void aMissingNetworkIsGivenByItsOption(RunKind kind, String option, String command) {
    assertThat(Advice.sentence(new MissingNetwork(kind, "None is given.")))
        .isEqualTo("None is given. Give %s RUN, a run of `%s`.".formatted(option, command));
  }
}
