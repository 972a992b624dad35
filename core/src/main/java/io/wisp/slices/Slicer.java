package io.wisp.slices;

import io.wisp.UserError;
import io.wisp.dataset.Plane;
import io.wisp.grid.ScanGrid;
import io.wisp.volume.Geometry;
import io.wisp.volume.Regridding;
import io.wisp.volume.Volume;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Cuts volumes into model-sized slices by a recipe, and lays model-sized maps back on the volume's
 * grid. Immutable, safe from several threads.
 *
 * <pre>{@code
 * Slicer slicer = new Slicer(store.recipe());
 * Plane plane = slicer.plane(scan.geometry());
 * float[] voxels = new float[scan.voxels().length];
 * for (Slice slice : slicer.slices(scan)) {
 *   float[] map = mapOf(slice.image());
 *   plane.insert(slicer.restore(map, scan.geometry()), voxels, slice.index());
 * }
 * NiftiFile.write(file, scan.withVoxels(voxels), DataType.FLOAT32);
 * }</pre>
 */
public final class Slicer {
  private final SliceRecipe recipe;

  public Slicer(SliceRecipe recipe) {
    this.recipe = recipe;
  }

  public SliceRecipe recipe() {
    return recipe;
  }

  /** How a volume of some geometry falls into slices. */
  public Plane plane(Geometry geometry) {
    return Plane.of(recipe.axis(), geometry);
  }

  /** The intensities of a volume that become -1 and 1. */
  public IntensityRange range(Volume volume) {
    return recipe.normalization().rangeOf(volume.voxels());
  }

  /** Cuts all slices of a volume, those without content too. */
  public List<Slice> slices(Volume volume) {
    return slices(List.of(volume));
  }

  /**
   * Cuts all slices of a scan with several channels.
   *
   * @param volumes one for each of the recipe's modalities, in their order; brought onto the grid
   *     of the first where no resampling is needed, see {@link ScanGrid}
   * @throws UserError if there are more or fewer, or their grids differ
   */
  public List<Slice> slices(List<Volume> volumes) {
    Geometry geometry = volumes.get(0).geometry();
    List<Volume> channels = onOneGrid(volumes, geometry);
    Plane plane = plane(geometry);
    List<IntensityRange> ranges = channels.stream().map(this::range).toList();
    List<Slice> slices = new ArrayList<>(plane.count());
    for (int k = 0; k < plane.count(); k++) {
      int place = k;
      float[][] pixels =
          channels.stream().map(volume -> plane.extract(volume, place)).toArray(float[][]::new);
      slices.add(slice(k, pixels, frame(plane), ranges));
    }
    return slices;
  }

  private List<Volume> onOneGrid(List<Volume> channels, Geometry geometry) {
    if (channels.size() != recipe.channels()) {
      throw new UserError(
          "the model looks at %s channels (%s), but the scan has %s: give a file for each"
              .formatted(recipe.channels(), recipe.modality(), channels.size()));
    }
    List<String> names = recipe.modalities();
    ScanGrid grid =
        new ScanGrid("the %s volume".formatted(names.get(0)), geometry, Regridding.EXACT);
    return IntStream.range(0, channels.size())
        .mapToObj(i -> grid.image("the %s volume".formatted(names.get(i)), channels.get(i)))
        .toList();
  }

  /** Normalises and resamples the pixels of one slice. */
  Slice slice(int index, float[][] channels, Frame frame, List<IntensityRange> ranges) {
    float[][] normalized = new float[channels.length][];
    int pixels = recipe.size() * recipe.size();
    float[] image = new float[channels.length * pixels];
    for (int channel = 0; channel < channels.length; channel++) {
      normalized[channel] = ranges.get(channel).normalize(channels[channel]);
      float[] fitted = frame.fit(normalized[channel]);
      System.arraycopy(fitted, 0, image, channel * pixels, pixels);
    }
    double content = IntensityRange.content(normalized);
    boolean enough = content > 0 && content >= recipe.minContent();
    return new Slice(index, image, content, enough);
  }

  /**
   * Lays a model-sized map back on the pixels of a slice: crops the padding; bilinear, or the
   * average of the area if the slice is smaller than the model's image.
   *
   * @param map size·size values, row by row
   * @param geometry of the volume that the slice was cut from
   * @return rows·columns values of {@link #plane}
   */
  public float[] restore(float[] map, Geometry geometry) {
    return frame(plane(geometry)).restore(map);
  }

  Frame frame(Plane plane) {
    return new Frame(plane.rows(), plane.columns(), recipe.size());
  }
}
