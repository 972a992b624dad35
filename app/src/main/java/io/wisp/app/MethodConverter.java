package io.wisp.app;

import io.wisp.activation.MapMethod;
import io.wisp.activation.MapMethods;
import java.util.Iterator;
import picocli.CommandLine.ITypeConverter;

/** Reads the name of a method. */
final class MethodConverter implements ITypeConverter<MapMethod> {
  @Override
  public MapMethod convert(String text) {
    return MapMethod.named(text);
  }

  /** The names, for help and completion. */
  static final class Names implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return MapMethods.names().iterator();
    }
  }
}
