package io.wisp.slices;

import io.wisp.BadFile;
import io.wisp.Remedy;
import io.wisp.UserError;
import io.wisp.dataset.Split;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A folder of prepared slices, memory-mapped: it may be far larger than the memory. Several threads
 * may read it at the same time; whoever opened it closes it, after the last read. In Python: {@code
 * numpy.load("images.npy", mmap_mode="r")} and {@code csv.DictReader(open("slices.csv"))}.
 *
 * <ul>
 *   <li>{@code images.npy}: {@code <f4 [N, C, size, size]} in [-1, 1]
 *   <li>{@code masks.npy}: {@code |u1 [N, size, size]}, 0 or 1; only if every case has masks
 *   <li>{@code slices.csv}: a line per slice, see {@link SliceRecord}
 *   <li>{@code split.csv}: a line per case; {@code prepare} can reuse it
 *   <li>{@code recipe.json}: how it was made, see {@link StoreRecipe}
 *   <li>{@code contact-sheet.png}: some slices to look at
 * </ul>
 *
 * The rows and columns of an image are the two axes of the volume's array that remain when the
 * slicing axis is taken away, in the order of the array and unflipped: columns are the earlier
 * axis, rows the later one (axial: columns = x, rows = y).
 */
public final class SliceStore implements AutoCloseable {
  static final String IMAGES = "images.npy";
  static final String MASKS = "masks.npy";

  private final Path folder;
  private final StoreRecipe recipe;
  private final List<SliceRecord> slices;
  private MappedArray images;
  private MappedArray masks;

  private SliceStore(
      Path folder,
      StoreRecipe recipe,
      List<SliceRecord> slices,
      MappedArray images,
      MappedArray masks) {
    this.folder = folder;
    this.recipe = recipe;
    this.slices = slices;
    this.images = images;
    this.masks = masks;
  }

  /**
   * Opens a store.
   *
   * @throws UserError if the folder is no store or is damaged
   */
  public static SliceStore open(Path folder) {
    if (!isStore(folder)) {
      throw new BadFile(
          folder,
          "%s is not a store of slices: prepare one, or give another folder".formatted(folder),
          Remedy.PREPARE);
    }
    StoreRecipe recipe = StoreRecipe.read(folder.resolve(StoreRecipe.FILE));
    List<SliceRecord> slices = SliceTable.read(folder.resolve(SliceTable.FILE));
    MappedArray images = MappedArray.open(folder.resolve(IMAGES));
    int size = recipe.slices().size();
    check(
        folder.resolve(IMAGES),
        images,
        "<f4",
        List.of(slices.size(), recipe.slices().channels(), size, size));
    Path maskFile = folder.resolve(MASKS);
    MappedArray masks = Files.exists(maskFile) ? MappedArray.open(maskFile) : null;
    if (masks != null) {
      check(maskFile, masks, "|u1", List.of(slices.size(), size, size));
    }
    return new SliceStore(folder, recipe, slices, images, masks);
  }

  /** Says whether a folder looks like a store. */
  public static boolean isStore(Path folder) {
    return Files.isRegularFile(folder.resolve(StoreRecipe.FILE))
        && Files.isRegularFile(folder.resolve(SliceTable.FILE))
        && Files.isRegularFile(folder.resolve(IMAGES));
  }

  private static void check(Path file, MappedArray array, String type, List<Integer> shape) {
    if (!array.type().equals(type) || !array.shape().equals(shape)) {
      throw new BadFile(
          file,
          "%s holds %s %s, but the store's recipe and table ask for %s %s: prepare the store again"
              .formatted(file, array.type(), array.shape(), type, shape));
    }
  }

  public Path folder() {
    return folder;
  }

  /** How many slices there are. */
  public int size() {
    return slices.size();
  }

  /** Rows, and columns, of an image. */
  public int imageSize() {
    return recipe.slices().size();
  }

  /** Channels of an image. */
  public int channels() {
    return recipe.slices().channels();
  }

  /** Labels are 0 to this less 1; at least 2. */
  public int classes() {
    return recipe.classes();
  }

  /** How the slices were cut. */
  public SliceRecipe recipe() {
    return recipe.slices();
  }

  /** How the store was made: options, sources and counts. */
  public StoreRecipe storeRecipe() {
    return recipe;
  }

  /** All slices in the store's order: by case, then by place in the volume. */
  public List<SliceRecord> slices() {
    return slices;
  }

  /** The slices of one side of the split, in the store's order. */
  public List<SliceRecord> slices(Split split) {
    return slices.stream().filter(slice -> slice.split() == split).toList();
  }

  /**
   * Reads an image.
   *
   * @param index the slice's index in the store
   * @param target receives C·size·size floats in [-1, 1], row by row
   * @param offset where in the target to begin
   */
  public void readImage(int index, float[] target, int offset) {
    images.read(index, target, offset);
  }

  /** A slice's image, [C·size·size] in [-1, 1]. */
  public float[] image(int index) {
    float[] pixels = new float[channels() * imageSize() * imageSize()];
    readImage(index, pixels, 0);
    return pixels;
  }

  /**
   * The slice that lies some stored slices further in the same case, or the case's last one on that
   * side.
   *
   * @param index a slice's index in the store
   * @param steps negative for slices before it
   * @return the other slice's index
   */
  public int beside(int index, int steps) {
    String caseId = slices.get(index).caseId();
    int other = index;
    for (int next = index + Integer.signum(steps);
        Math.abs(next - index) <= Math.abs(steps) && steps != 0 && inCase(next, caseId);
        next += Integer.signum(steps)) {
      other = next;
    }
    return other;
  }

  private boolean inCase(int index, String caseId) {
    return index >= 0 && index < slices.size() && slices.get(index).caseId().equals(caseId);
  }

  /** Says whether truth masks are kept here. Training never reads one. */
  public boolean hasMasks() {
    return masks != null;
  }

  /**
   * Reads a truth mask.
   *
   * @param index the slice's index in the store
   * @param target receives size·size bytes, 0 or 1, row by row
   * @param offset where in the target to begin
   * @throws IllegalStateException if the store has none, see {@link #hasMasks}
   */
  public void readMask(int index, byte[] target, int offset) {
    if (masks == null) {
      throw new IllegalStateException("the store has no masks");
    }
    masks.read(index, target, offset);
  }

  /**
   * The truth mask of a slice, size·size pixels, row by row.
   *
   * @throws IllegalStateException if the store has none, see {@link #hasMasks}
   */
  public boolean[] truth(SliceRecord slice) {
    byte[] bytes = new byte[imageSize() * imageSize()];
    readMask(slice.index(), bytes, 0);
    boolean[] truth = new boolean[bytes.length];
    for (int i = 0; i < bytes.length; i++) {
      truth[i] = bytes[i] != 0;
    }
    return truth;
  }

  /** Lets go of the mappings; the memory is given back when they are collected. */
  @Override
  public void close() {
    images = null;
    masks = null;
  }
}
