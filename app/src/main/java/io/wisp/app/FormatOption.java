package io.wisp.app;

import io.wisp.volume.MaskFormat;
import io.wisp.volume.Volumes;
import java.util.Iterator;
import picocli.CommandLine.IModelTransformer;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/** The format of masks, if there are several; use it as a mixin. */
final class FormatOption {
  private static final String OPTION = "--format";

  @Option(
      names = OPTION,
      paramLabel = "NAME",
      completionCandidates = Names.class,
      description =
          "The format of masks and maps: ${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
  private String name = Volumes.USUAL_MASK_FORMAT;

  MaskFormat format() {
    return Volumes.maskFormat(name);
  }

  /** The names, for help and completion. */
  static final class Names implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return Volumes.maskFormats().iterator();
    }
  }

  /** Takes the option away where there is nothing to choose. */
  static final class OnlyWithChoice implements IModelTransformer {
    @Override
    public CommandSpec transform(CommandSpec command) {
      if (Volumes.maskFormats().size() == 1) {
        command.remove(command.findOption(OPTION));
      }
      return command;
    }
  }
}
