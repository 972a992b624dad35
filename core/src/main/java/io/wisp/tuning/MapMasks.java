package io.wisp.tuning;

import io.wisp.confidence.MaskedMap;
import io.wisp.mask.MapSlice;
import io.wisp.mask.MaskMaker;
import io.wisp.mask.MaskRecipe;
import io.wisp.mask.MaskUnit;
import io.wisp.mask.SliceMask;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Makes masks from maps, as an evaluation does. Nothing else here knows how masks are made.
 *
 * <p>Slices of both labels are one set, so that neighbours and common thresholds do not leak the
 * label.
 *
 * @param recipe how
 * @param side rows, and columns, of a slice
 */
record MapMasks(MaskRecipe recipe, int side) {

  /** Each map, on its own scale, with its mask; the slices form one set. */
  List<MaskedMap> masked(List<ValidationSlice> slices, List<float[]> maps) {
    List<MapSlice> mapped = mapped(slices, maps);
    List<float[]> unscaled = maker().unscaled(mapped);
    List<SliceMask> found = maker().make(mapped);
    return IntStream.range(0, found.size())
        .mapToObj(
            i -> new MaskedMap(unscaled.get(i), found.get(i).foreground(), found.get(i).mask()))
        .toList();
  }

  /** The masks alone. */
  List<boolean[]> masks(List<ValidationSlice> slices, List<float[]> maps) {
    return maker().make(mapped(slices, maps)).stream().map(SliceMask::mask).toList();
  }

  private MaskMaker maker() {
    return new MaskMaker(recipe, MaskUnit.SLICE, side, side);
  }

  private static List<MapSlice> mapped(List<ValidationSlice> slices, List<float[]> maps) {
    List<MapSlice> mapped = new ArrayList<>();
    for (int i = 0; i < maps.size(); i++) {
      ValidationSlice slice = slices.get(i);
      mapped.add(
          new MapSlice(
              maps.get(i), slice.firstChannel(), slice.record().caseId(), slice.record().slice()));
    }
    return mapped;
  }
}
