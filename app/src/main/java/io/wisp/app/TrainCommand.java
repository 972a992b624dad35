package io.wisp.app;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code wisp train}: what can be trained. */
@Command(name = "train", description = "Trains a model on a store of slices.")
final class TrainCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(), "Train what? Try: wisp train diffusion STORE --out RUN");
  }
}
