package io.wisp.slices;

import io.wisp.base.CloseOnFailure;
import io.wisp.base.Folders;
import io.wisp.dataset.PatientSplit;
import io.wisp.dataset.Split;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes the arrays of a store, case by case, and keeps the lines of its tables. Used by one
 * thread; {@link Preparation} closes it, and the files with it.
 */
final class StoreWriter implements AutoCloseable {
  private final Path source;
  private final PatientSplit split;
  private final ObjectFilter filter;
  private final NpyWriter images;
  private final NpyWriter masks;
  private final List<SliceRecord> slices = new ArrayList<>();
  private final List<StoreRecipe.Source> sources = new ArrayList<>();

  /**
   * @param folder an empty folder
   * @param source the folder that the cases' files are named relative to
   * @param filter says which slices stay
   * @param keepMasks whether to write the masks
   */
  StoreWriter(
      Path folder,
      Path source,
      PatientSplit split,
      ObjectFilter filter,
      SliceRecipe recipe,
      boolean keepMasks)
      throws IOException {
    this.source = source;
    this.split = split;
    this.filter = filter;
    int size = recipe.size();
    List<Integer> shape = List.of(recipe.channels(), size, size);
    try (CloseOnFailure opened = new CloseOnFailure()) {
      images = opened.add(new NpyWriter(folder.resolve(SliceStore.IMAGES), "<f4", shape));
      masks =
          keepMasks
              ? new NpyWriter(folder.resolve(SliceStore.MASKS), "|u1", List.of(size, size))
              : null;
      opened.keep();
    }
  }

  void append(CutCase cut) throws IOException {
    String id = cut.source().id();
    Split side = split.of(id);
    int before = slices.size();
    for (CutCase.Labelled slice : cut.slices()) {
      if (!filter.keeps(side, slice)) {
        continue;
      }
      images.append(slice.image());
      if (masks != null) {
        masks.append(slice.mask());
      }
      slices.add(
          new SliceRecord(
              slices.size(),
              id,
              slice.slice(),
              slice.label(),
              side,
              cut.rowSpacing(),
              cut.columnSpacing(),
              slice.coverage()));
    }
    sources.add(describe(cut, slices.subList(before, slices.size())));
  }

  private StoreRecipe.Source describe(CutCase cut, List<SliceRecord> kept) {
    List<String> files =
        cut.source().files().stream().map(file -> Folders.relative(source, file)).toList();
    return new StoreRecipe.Source(
        cut.source().id(),
        files,
        split.of(cut.source().id()),
        cut.rows(),
        cut.columns(),
        cut.axis(),
        cut.resampled().orElse(null),
        Double.isNaN(cut.sliceSpacing()) ? null : cut.sliceSpacing(),
        cut.ranges(),
        cut.slices().size() + cut.dropped(),
        kept.size(),
        (int) kept.stream().filter(slice -> !slice.labelled(0)).count());
  }

  List<SliceRecord> slices() {
    return slices;
  }

  List<StoreRecipe.Source> sources() {
    return sources;
  }

  boolean hasMasks() {
    return masks != null;
  }

  void readImage(int index, float[] target) throws IOException {
    images.read(index, target);
  }

  void readMask(int index, byte[] target) throws IOException {
    masks.read(index, target);
  }

  @Override
  public void close() throws IOException {
    try (images) {
      if (masks != null) {
        masks.close();
      }
    }
  }
}
