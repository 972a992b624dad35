package io.wisp.mask;

import java.util.ArrayList;
import java.util.List;

/** Sets of slices for tests. */
final class MapSlices {
  private MapSlices() {}

  /** Neighbouring slices of one volume, from 0 on. */
  static List<MapSlice> volume(List<float[]> maps, List<float[]> images) {
    List<MapSlice> slices = new ArrayList<>();
    for (int i = 0; i < maps.size(); i++) {
      slices.add(new MapSlice(maps.get(i), images.get(i), "volume", i));
    }
    return slices;
  }

  /** Maps of one volume at these places, of black images. */
  static List<MapSlice> at(int[] places, List<float[]> maps) {
    List<MapSlice> slices = new ArrayList<>();
    for (int i = 0; i < places.length; i++) {
      slices.add(new MapSlice(maps.get(i), new float[maps.get(i).length], "volume", places[i]));
    }
    return slices;
  }

  /** The mask of a slice that is a set of its own. */
  static SliceMask alone(MaskRecipe recipe, int rows, int columns, float[] map, float[] image) {
    return new MaskMaker(recipe, MaskUnit.SLICE, rows, columns)
        .make(volume(List.of(map), List.of(image)))
        .get(0);
  }
}
