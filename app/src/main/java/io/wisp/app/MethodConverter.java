package io.wisp.app;

import io.wisp.UserError;
import io.wisp.activation.MapMethod;
import java.util.Iterator;
import picocli.CommandLine.ITypeConverter;

/** Reads the name of a method. */
final class MethodConverter implements ITypeConverter<MapMethod> {
  @Override
  public MapMethod convert(String text) {
    return MapMethod.of(text)
        .orElseThrow(
            () ->
                new UserError(
                    "There is no method '%s'; there are: %s."
                        .formatted(text, String.join(", ", MapMethod.names()))));
  }

  /** The names, for help and completion. */
  static final class Names implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return MapMethod.names().iterator();
    }
  }
}
