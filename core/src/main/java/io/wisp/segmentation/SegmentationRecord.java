package io.wisp.segmentation;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.wisp.activation.ContrastSettings;
import io.wisp.activation.MapMethod;
import io.wisp.activation.MethodSettings;
import io.wisp.dataset.ScanReader;
import io.wisp.mask.MaskRecipe;
import io.wisp.slices.SliceRecipe;
import io.wisp.volume.Regridding;
import io.wisp.volume.ScanFormat;
import io.wisp.volume.ScanSource;
import java.util.ArrayList;
import java.util.List;

/**
 * Everything needed to repeat a segmentation, kept beside the mask.
 *
 * @param wisp version of Wisp
 * @param scan the scan's file
 * @param name the scan's name, which determines the noise together with the seed
 * @param frame which frame was read of scans that have several; null if none was asked for
 * @param resample true if channels could be resampled onto the first one's grid, else null
 * @param resampled how slices were resampled onto even spacing, in words, which is the grid of the
 *     mask; null if they were not
 * @param series which series was read of those that lie together; null if none was asked for
 * @param order of slices that do not tell their place; null if none was asked for
 * @param models the run folders
 * @param labels which slices hold the object according to: a labels file, {@code classifier}, or
 *     null if all were mapped
 * @param device device and number format
 * @param seed of the noise
 * @param slicing how the scan was cut
 * @param method the method of the maps
 * @param contrast the labels compared
 * @param map its settings
 * @param mask how masks were made
 * @param maskVoxels voxels in the mask
 * @param maskMillilitres its volume, or null if the spacing is unknown
 * @param confidence in the mask, in [0, 1]
 * @param seconds of work
 * @param slices the slices mapped, with the threshold of each map
 */
public record SegmentationRecord(
    String wisp,
    String scan,
    String name,
    @JsonInclude(JsonInclude.Include.NON_NULL) Integer frame,
    @JsonInclude(JsonInclude.Include.NON_NULL) Boolean resample,
    @JsonInclude(JsonInclude.Include.NON_NULL) String resampled,
    @JsonInclude(JsonInclude.Include.NON_NULL) String series,
    @JsonInclude(JsonInclude.Include.NON_NULL) ScanFormat.Order order,
    List<String> models,
    String labels,
    String device,
    long seed,
    SliceRecipe slicing,
    MapMethod method,
    ContrastSettings contrast,
    MethodSettings map,
    MaskRecipe mask,
    long maskVoxels,
    Double maskMillilitres,
    double confidence,
    double seconds,
    List<SliceLine> slices) {

  /**
   * One slice: its index, the threshold, the pixels in its mask at the model's size, and the
   * confidence in it.
   */
  public record SliceLine(int slice, double threshold, int maskPixels, double confidence) {}

  static List<SliceLine> lines(SegmentedScan scan) {
    List<SliceLine> lines = new ArrayList<>();
    for (SegmentedSlice slice : scan.slices()) {
      int pixels = 0;
      for (boolean inside : slice.mask()) {
        pixels += inside ? 1 : 0;
      }
      lines.add(
          new SliceLine(
              slice.slice().index(), slice.threshold(), pixels, slice.confidence().value()));
    }
    return lines;
  }

  /**
   * The record of a finished scan.
   *
   * @param reader how it was read
   */
  public static SegmentationRecord of(
      TrainedModel model,
      OutlineRecipe recipe,
      String file,
      String name,
      ScanReader reader,
      String labels,
      SegmentedScan scan,
      double seconds) {
    double[] spacing = scan.mask().geometry().spacing();
    double millilitres = scan.maskVoxels() * spacing[0] * spacing[1] * spacing[2] / 1000;
    return new SegmentationRecord(
        io.wisp.base.Version.text(),
        file,
        name,
        reader.frame().isPresent() ? reader.frame().getAsInt() : null,
        reader.regridding() == Regridding.RESAMPLE ? true : null,
        scan.mask().source().flatMap(ScanSource::resampled).orElse(null),
        reader.choice().series().orElse(null),
        reader.choice().order().orElse(null),
        model.folders().stream().map(folder -> folder.path().toString()).toList(),
        labels,
        model.engine().reason(),
        model.settings().train().seed(),
        model.sliceRecipe(),
        recipe.method(),
        recipe.maps().contrast(),
        recipe.method().settings(recipe.maps()),
        recipe.mask(),
        scan.maskVoxels(),
        Double.isFinite(millilitres) ? millilitres : null,
        scan.confidence().value(),
        seconds,
        lines(scan));
  }
}
