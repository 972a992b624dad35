package io.wisp.app;

import io.wisp.dataset.Layout;
import io.wisp.dataset.Layouts;
import java.util.Comparator;
import java.util.Iterator;
import java.util.ListResourceBundle;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.IModelTransformer;
import picocli.CommandLine.Model.CommandSpec;

/** What the help says of the layouts that there are: {@code forms, modalities, objects}. */
final class LayoutHelp extends ListResourceBundle {
  /** The name that stands for the layout that detects a folder. */
  static final String AUTO = "auto";

  private static final String ALL = "all";

  @Override
  protected Object[][] getContents() {
    return new Object[][] {
      {
        "forms",
        layouts()
            .map(layout -> "  %-7s %s".formatted(layout.name(), layout.form()))
            .collect(Collectors.joining(";\n", "", "."))
      },
      {"modalities", choices(layout -> layout.modalities().stream())},
      {"objects", choices(LayoutHelp::objects)}
    };
  }

  private static Stream<Layout> layouts() {
    return Layouts.all().stream().sorted(Comparator.comparing(Layout::name));
  }

  /** Of each layout that has a choice, the default first. */
  private static String choices(Function<Layout, Stream<String>> namesOf) {
    return layouts()
        .map(layout -> choice(layout.name(), namesOf.apply(layout).toList().iterator()))
        .filter(choice -> choice.contains(","))
        .collect(Collectors.joining(" "));
  }

  private static String choice(String layout, Iterator<String> names) {
    StringBuilder text = new StringBuilder(layout + ": " + names.next() + " (default)");
    names.forEachRemaining(name -> text.append(", ").append(name));
    return text.append('.').toString();
  }

  private static Stream<String> objects(Layout layout) {
    Stream<String> others = Stream.concat(layout.objects().keySet().stream(), Stream.of(ALL));
    return Stream.concat(Stream.of(layout.object()), others).distinct();
  }

  /** The names to choose from, for help and completion. */
  static final class Names implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return Stream.concat(Stream.of(AUTO), layouts().map(Layout::name)).iterator();
    }
  }

  /** Lets the texts of a command refer to this as {@code bundle}. */
  static final class Bundle implements IModelTransformer {
    @Override
    public CommandSpec transform(CommandSpec command) {
      return command.resourceBundle(new LayoutHelp());
    }
  }
}
