package io.wisp.serve.job;

import io.wisp.serve.http.HttpError;
import java.util.List;

/**
 * Settings to learn with.
 *
 * @param name as the command line has it
 * @param size rows and columns of the model's images
 * @param about one sentence
 * @param minutes that all of its steps take on two processors, with the masks in between
 */
public record Preset(String name, int size, String about, int minutes) {
  private static final int MEASURED_ON = 2;

  private static final List<Preset> ALL =
      List.of(
          new Preset("demo", 32, "Small images, quick: to see whether it works at all.", 8),
          new Preset("small", 64, "The usual choice: lesions in brains.", 25),
          new Preset("small-chaos", 64, "Organs: shapes that look alike from scan to scan.", 25));

  /** All of them, with the time that they take on this machine. */
  public static List<Preset> onThisMachine() {
    double faster = Runtime.getRuntime().availableProcessors() / (double) MEASURED_ON;
    return ALL.stream()
        .map(
            one ->
                new Preset(
                    one.name,
                    one.size,
                    one.about,
                    (int) Math.ceil(one.minutes / Math.sqrt(faster))))
        .toList();
  }

  /**
   * @throws HttpError if there is none of that name
   */
  public static Preset named(String name) {
    return ALL.stream()
        .filter(one -> one.name.equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                HttpError.bad(
                    "There is no preset \"%s\"; there are: %s."
                        .formatted(
                            name, String.join(", ", ALL.stream().map(Preset::name).toList()))));
  }
}
