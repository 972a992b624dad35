package io.wisp.slices;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.wisp.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * How a store was made, kept in it as {@code recipe.json}. It has neither a date nor a path of the
 * machine, so that the same source and options give the same bytes.
 *
 * @param wisp the version of Wisp
 * @param slices how slices were cut
 * @param layout how the source folder is laid out
 * @param trainFraction the wanted share of patients to train on
 * @param seed what the split was drawn from
 * @param labels where the labels come from: {@code masks}, {@code folders}, or a file's name
 * @param splitFile the name of the file that the split was read from; null if it was drawn
 * @param classes how many labels there are, at least 2
 * @param masks whether masks are kept
 * @param cases the sources, in the store's order
 */
public record StoreRecipe(
    String wisp,
    SliceRecipe slices,
    Layout layout,
    double trainFraction,
    long seed,
    String labels,
    String splitFile,
    int classes,
    boolean masks,
    List<Source> cases) {
  static final String FILE = "recipe.json";

  private static final ObjectMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  public StoreRecipe {
    cases = List.copyOf(cases);
  }

  /**
   * One case and what became of it.
   *
   * @param caseId its name
   * @param files what it was read from, relative to the source folder
   * @param split the side of the split it is on
   * @param rows rows of its slices before padding and resampling
   * @param columns columns of its slices before that
   * @param axis the array axis it was cut along, 0 to 2; 2 for pictures
   * @param low the intensity that became -1
   * @param high the intensity that became 1
   * @param slices slices before any was dropped
   * @param kept slices in the store
   * @param positives slices in the store whose label is not 0
   */
  public record Source(
      String caseId,
      List<String> files,
      Split split,
      int rows,
      int columns,
      int axis,
      float low,
      float high,
      int slices,
      int kept,
      int positives) {
    public Source {
      files = List.copyOf(files);
    }
  }

  /**
   * Reads a store's recipe.
   *
   * @throws UserError if the file is missing or damaged
   */
  public static StoreRecipe read(Path file) {
    try {
      return JSON.readValue(Files.readString(file), StoreRecipe.class);
    } catch (JsonProcessingException e) {
      throw new UserError(
          "%s is not the recipe of a store (%s): prepare the store again"
              .formatted(file, e.getOriginalMessage()),
          e);
    } catch (IOException e) {
      throw new UserError("cannot read %s: %s".formatted(file, e.getMessage()), e);
    }
  }

  void write(Path file) throws IOException {
    Files.writeString(file, JSON.writeValueAsString(this).replace("\r\n", "\n") + "\n");
  }
}
