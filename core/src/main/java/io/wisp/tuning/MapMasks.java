package io.wisp.tuning;

import io.wisp.confidence.MaskedMap;
import io.wisp.mask.GaussianFilter;
import io.wisp.mask.MapSlice;
import io.wisp.mask.MaskMaker;
import io.wisp.mask.MaskRecipe;
import io.wisp.mask.MaskUnit;
import io.wisp.mask.SliceMask;
import java.util.ArrayList;
import java.util.List;

/**
 * Makes masks of maps, as an evaluation does. Nothing else here knows how masks are made.
 *
 * @param recipe how
 * @param side rows, and columns, of a slice
 */
record MapMasks(MaskRecipe recipe, int side) {

  /** Each map with its mask; the slices are taken as one set. */
  List<MaskedMap> masked(List<ValidationSlice> slices, List<float[]> maps) {
    List<boolean[]> masks = masks(slices, maps);
    List<MaskedMap> masked = new ArrayList<>();
    for (int i = 0; i < maps.size(); i++) {
      float[] signed = recipe.sign().apply(maps.get(i));
      float[] smooth = GaussianFilter.smooth(signed, side, side, recipe.smoothing());
      boolean[] foreground = recipe.foreground().find(slices.get(i).firstChannel(), side, side);
      masked.add(new MaskedMap(smooth, foreground, masks.get(i)));
    }
    return masked;
  }

  /** The masks alone. */
  List<boolean[]> masks(List<ValidationSlice> slices, List<float[]> maps) {
    List<MapSlice> mapped = new ArrayList<>();
    for (int i = 0; i < maps.size(); i++) {
      ValidationSlice slice = slices.get(i);
      mapped.add(
          new MapSlice(
              maps.get(i), slice.firstChannel(), slice.record().caseId(), slice.record().slice()));
    }
    return new MaskMaker(recipe, MaskUnit.SLICE, side, side)
        .make(mapped).stream().map(SliceMask::mask).toList();
  }
}
