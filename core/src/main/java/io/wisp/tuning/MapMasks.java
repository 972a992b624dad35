package io.wisp.tuning;

import io.wisp.confidence.MaskedMap;
import io.wisp.mask.ComponentRule;
import io.wisp.mask.HoleRule;
import io.wisp.mask.MapSlice;
import io.wisp.mask.MaskMaker;
import io.wisp.mask.MaskRecipe;
import io.wisp.mask.MaskUnit;
import io.wisp.mask.SliceMask;
import io.wisp.mask.Threshold;
import java.util.ArrayList;
import java.util.List;

/**
 * Makes masks of maps, as an evaluation does. Nothing else here knows how masks are made.
 *
 * <p>Slices of both labels are one set, so that neighbours and common thresholds do not tell the
 * label.
 *
 * @param recipe how
 * @param side rows, and columns, of a slice
 */
record MapMasks(MaskRecipe recipe, int side) {

  /** Each map with its mask; the slices are taken as one set. */
  List<MaskedMap> masked(List<ValidationSlice> slices, List<float[]> maps) {
    List<boolean[]> masks = masks(slices, maps);
    List<float[]> prepared = prepared(slices, maps);
    List<MaskedMap> masked = new ArrayList<>();
    for (int i = 0; i < maps.size(); i++) {
      boolean[] foreground = recipe.foreground().find(slices.get(i).firstChannel(), side, side);
      masked.add(new MaskedMap(prepared.get(i), foreground, masks.get(i)));
    }
    return masked;
  }

  /** The masks alone. */
  List<boolean[]> masks(List<ValidationSlice> slices, List<float[]> maps) {
    return made(recipe, MaskUnit.SLICE, slices, maps).stream().map(SliceMask::mask).toList();
  }

  /**
   * The maps as they are cut, but on their own scale, on which slices can be compared: that of
   * whole volumes. What comes after is left out, since it would be for nothing.
   */
  private List<float[]> prepared(List<ValidationSlice> slices, List<float[]> maps) {
    MaskRecipe mapsOnly =
        recipe
            .withThreshold(Threshold.fixed(0))
            .withMinimumSize(0)
            .withComponents(ComponentRule.ALL)
            .withHoles(HoleRule.KEEP);
    return made(mapsOnly, MaskUnit.VOLUME, slices, maps).stream().map(SliceMask::map).toList();
  }

  private List<SliceMask> made(
      MaskRecipe how, MaskUnit unit, List<ValidationSlice> slices, List<float[]> maps) {
    List<MapSlice> mapped = new ArrayList<>();
    for (int i = 0; i < maps.size(); i++) {
      ValidationSlice slice = slices.get(i);
      mapped.add(
          new MapSlice(
              maps.get(i), slice.firstChannel(), slice.record().caseId(), slice.record().slice()));
    }
    return new MaskMaker(how, unit, side, side).make(mapped);
  }
}
