package io.wisp.app;

import io.wisp.UserError;
import io.wisp.tuning.ImageScore;
import java.util.Iterator;
import picocli.CommandLine.ITypeConverter;

/** A score of slices by its name. */
final class ScoreConverter implements ITypeConverter<ImageScore> {
  /** The names, for help and completion. */
  static final class Names implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return ImageScore.names().iterator();
    }
  }

  @Override
  public ImageScore convert(String name) {
    return ImageScore.of(name)
        .orElseThrow(
            () ->
                new UserError(
                    "There is no score '%s'; there are: %s."
                        .formatted(name, String.join(", ", ImageScore.names()))));
  }
}
