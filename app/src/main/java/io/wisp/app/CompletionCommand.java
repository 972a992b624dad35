package io.wisp.app;

import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Prints the completion script for bash and zsh. */
@Command(
    name = "completion",
    header = "Print a script that completes Wisp's commands and options in bash and zsh.",
    description = {
      "",
      "For this shell only:      source <(wisp completion)",
      "For every future bash:    wisp completion > ~/.local/share/bash-completion/completions/wisp",
      ""
    })
final class CompletionCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    CommandLine root = spec.root().commandLine();
    root.getOut().print(AutoComplete.bash(root.getCommandName(), root));
    root.getOut().flush();
  }
}
