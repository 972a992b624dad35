package io.wisp.slices;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.wisp.BadFile;
import io.wisp.UserError;
import io.wisp.dataset.SourceFolder.LeftOut;
import io.wisp.dataset.Split;
import io.wisp.volume.ScanFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/**
 * How a store was made, kept in it as {@code recipe.json}. It has neither a date nor a path of the
 * machine, so that the same source and options give the same bytes.
 *
 * @param wisp the version of Wisp
 * @param slices how slices were cut
 * @param layout how the source folder is laid out: the name of the layout, in upper case
 * @param object which values of the masks are the object
 * @param minObject positive test slices whose object covers a smaller fraction were dropped
 * @param trainFraction the wanted share of patients to train on; 0 if no share was drawn
 * @param folds how many folds there are; 0 if there are none
 * @param fold the fold that is tested on; 0 if there are none
 * @param seed what the split was drawn from; 0 if it was not drawn
 * @param labels where the labels come from: {@code masks}, {@code folders}, or a file's name
 * @param splitFile the name of the file that the split was read from; null if it was drawn
 * @param classes how many labels there are, at least 2
 * @param classNames their names, where folders tell them
 * @param masks whether masks are kept
 * @param frame which frame was read of scans that have several; null if none was asked for
 * @param resample true if channels and masks could be resampled onto their scan's grid, else null
 * @param series which series was read of those that lie together; null if none was asked for
 * @param order of slices that do not tell their place; null if none was asked for
 * @param cases the sources, in the store's order
 * @param leftOut files and folders of the source that are not used, and why
 */
public record StoreRecipe(
    String wisp,
    SliceRecipe slices,
    String layout,
    String object,
    double minObject,
    double trainFraction,
    int folds,
    int fold,
    long seed,
    String labels,
    String splitFile,
    int classes,
    List<String> classNames,
    boolean masks,
    @JsonInclude(JsonInclude.Include.NON_NULL) Integer frame,
    @JsonInclude(JsonInclude.Include.NON_NULL) Boolean resample,
    @JsonInclude(JsonInclude.Include.NON_NULL) String series,
    @JsonInclude(JsonInclude.Include.NON_NULL) ScanFormat.Order order,
    List<Source> cases,
    List<LeftOut> leftOut) {
  static final String FILE = "recipe.json";

  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .enable(SerializationFeature.INDENT_OUTPUT)
          // Stores of older versions are still of use.
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .build();

  public StoreRecipe {
    cases = List.copyOf(cases);
    leftOut = leftOut == null ? List.of() : List.copyOf(leftOut);
    classNames = classNames == null ? List.of() : List.copyOf(classNames);
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
   * @param resampled how its slices were resampled onto even spacing, in words; null if they were
   *     not
   * @param sliceSpacing millimetres from a slice to the next; null if unknown, as in stores of
   *     older versions
   * @param ranges the intensities that became -1 and 1, of each channel
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
      @JsonInclude(JsonInclude.Include.NON_NULL) String resampled,
      @JsonInclude(JsonInclude.Include.NON_NULL) Double sliceSpacing,
      List<IntensityRange> ranges,
      int slices,
      int kept,
      int positives) {
    public Source {
      files = List.copyOf(files);
      ranges = ranges == null ? List.of() : List.copyOf(ranges);
    }
  }

  /** Millimetres from a slice of a case to the next; NaN if unknown. */
  public double sliceSpacing(String caseId) {
    return cases.stream()
        .filter(one -> one.caseId().equals(caseId))
        .map(Source::sliceSpacing)
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(Double.NaN);
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
      throw new BadFile(
          file,
          "%s is not the recipe of a store (%s): prepare the store again"
              .formatted(file, e.getOriginalMessage()),
          e);
    } catch (IOException e) {
      throw new BadFile(file, "cannot read %s: %s".formatted(file, e.getMessage()), e);
    }
  }

  void write(Path file) throws IOException {
    Files.writeString(file, JSON.writeValueAsString(this).replace("\r\n", "\n") + "\n");
  }
}
