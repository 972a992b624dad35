package io.wisp.slices;

import io.soabase.recordbuilder.core.RecordBuilder;
import io.wisp.BadSetting;
import io.wisp.dataset.Layout;
import io.wisp.dataset.ScanReader;
import io.wisp.dataset.SplitChoice;
import io.wisp.volume.Regridding;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What {@link Preparation} is asked to do.
 *
 * @param source the folder with the cases
 * @param store the folder to make
 * @param layout how the source is laid out; found out by the folders if not told
 * @param recipe how to cut slices
 * @param reader how scans and masks are read
 * @param object which values of the masks are the object, by name or number, such as {@code
 *     liver+spleen} or {@code 4}; the layout's usual one if not told
 * @param split how patients are put on the two sides
 * @param labels a label file ({@code case,slice,label} or {@code case,label}) instead of labels by
 *     the masks
 * @param firstSlice what the label file calls the first slice, 0 or 1; if not told it is 0, and
 *     must be told where the file begins with 1
 * @param onlyLabelled whether slices that the label file does not name are left out; otherwise they
 *     are an error
 * @param minObject positive test slices whose object covers a smaller fraction of the slice are
 *     dropped, in [0, 1)
 * @param workers how many volumes to work on at once; each takes the memory of a volume and its
 *     mask
 * @param overwrite whether a store that is there may be replaced
 * @param onFailure what to do about a case that cannot be read
 */
@RecordBuilder
public record PrepareOptions(
    Path source,
    Path store,
    Optional<Layout> layout,
    SliceRecipe recipe,
    ScanReader reader,
    Optional<String> object,
    SplitChoice split,
    Optional<Path> labels,
    OptionalInt firstSlice,
    boolean onlyLabelled,
    double minObject,
    int workers,
    boolean overwrite,
    OnFailure onFailure)
    implements PrepareOptionsBuilder.With {

  /** What becomes of a preparation in which a case cannot be read. */
  public enum OnFailure {
    /** It ends with the error, and makes no store. */
    STOP,
    /** It leaves the case out of the store and tells so in its summary. */
    GO_ON
  }

  public PrepareOptions {
    if (firstSlice.orElse(0) != 0 && firstSlice.getAsInt() != 1) {
      throw new BadSetting(
          "first_slice",
          firstSlice.getAsInt(),
          "slices cannot count from %s: count from 0 or 1".formatted(firstSlice.getAsInt()));
    }
    if (!(minObject >= 0 && minObject < 1)) {
      throw new BadSetting(
          "min_object",
          minObject,
          "the least object of a test slice is %s, but must be a fraction from 0 to below 1"
              .formatted(minObject));
    }
    if (workers < 1) {
      throw new BadSetting(
          "workers", workers, "%s workers cannot work: ask for 1 or more".formatted(workers));
    }
  }

  /** The default recipe, 9 of 10 patients for training, seed 1, a worker per processor. */
  public static PrepareOptions of(Path source, Path store) {
    return new PrepareOptions(
        source,
        store,
        Optional.empty(),
        SliceRecipe.DEFAULT,
        ScanReader.STRICT,
        Optional.empty(),
        new SplitChoice.Share(0.9, 1),
        Optional.empty(),
        OptionalInt.empty(),
        false,
        0,
        Runtime.getRuntime().availableProcessors(),
        false,
        OnFailure.STOP);
  }

  public PrepareOptions withLayout(Layout layout) {
    return withLayout(Optional.of(layout));
  }

  public PrepareOptions withObject(String name) {
    return withObject(Optional.of(name));
  }

  public PrepareOptions withSplit(double trainFraction, long seed) {
    return withSplit(new SplitChoice.Share(trainFraction, seed));
  }

  public PrepareOptions withLabels(Path file) {
    return withLabels(Optional.of(file));
  }

  public PrepareOptions withFrame(int index) {
    return withReader(reader.withFrame(index));
  }

  public PrepareOptions withRegridding(Regridding regridding) {
    return withReader(reader.withRegridding(regridding));
  }

  public PrepareOptions withSeries(String name) {
    return withReader(reader.withChoice(reader.choice().withSeries(name)));
  }
}
