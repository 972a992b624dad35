package io.wisp.slices;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Writes the arrays of a store, case by case, and keeps the lines of its tables. */
final class StoreWriter implements AutoCloseable {
  private final Path source;
  private final PatientSplit split;
  private final NpyWriter images;
  private final NpyWriter masks;
  private final List<SliceRecord> slices = new ArrayList<>();
  private final List<StoreRecipe.Source> sources = new ArrayList<>();

  /**
   * @param folder an empty folder
   * @param source the folder that the cases' files are named relative to
   * @param keepMasks whether to write the masks
   */
  StoreWriter(Path folder, Path source, PatientSplit split, int size, boolean keepMasks)
      throws IOException {
    this.source = source;
    this.split = split;
    this.images = new NpyWriter(folder.resolve(SliceStore.IMAGES), "<f4", List.of(1, size, size));
    this.masks =
        keepMasks
            ? new NpyWriter(folder.resolve(SliceStore.MASKS), "|u1", List.of(size, size))
            : null;
  }

  void append(CutCase cut) throws IOException {
    String id = cut.source().id();
    for (CutCase.Labelled slice : cut.slices()) {
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
              split.of(id),
              cut.rowSpacing(),
              cut.columnSpacing()));
    }
    sources.add(describe(cut));
  }

  private StoreRecipe.Source describe(CutCase cut) {
    List<String> files =
        cut.source().files().stream()
            .map(file -> source.relativize(file).toString().replace('\\', '/'))
            .toList();
    return new StoreRecipe.Source(
        cut.source().id(),
        files,
        split.of(cut.source().id()),
        cut.rows(),
        cut.columns(),
        cut.axis(),
        cut.range().low(),
        cut.range().high(),
        cut.slices().size() + cut.dropped(),
        cut.slices().size(),
        cut.positives());
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
