package io.wisp.mask;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Slices of a set that are treated as one, and their layout in a block (row-major). Slices that are
 * neighbours in their volume are neighbours in the block; where some are missing in between, the
 * block has one empty slice, so that nothing is connected across the gap.
 *
 * @param members positions in the set, lowest slice first
 * @param indices places in the volume, increasing
 * @param places in the block
 * @param shape of the block: rows and columns of a slice by itself, depth, rows and columns of a
 *     volume
 */
record Stack(int[] members, int[] indices, int[] places, int[] shape) {

  /** All slices of a set, each in one stack; volumes in order of first appearance. */
  static List<Stack> of(List<MapSlice> slices, MaskUnit unit, int rows, int columns) {
    List<Stack> stacks = new ArrayList<>();
    if (unit == MaskUnit.SLICE) {
      for (int i = 0; i < slices.size(); i++) {
        int[] index = {slices.get(i).index()};
        stacks.add(new Stack(new int[] {i}, index, new int[1], new int[] {rows, columns}));
      }
      return stacks;
    }
    Map<String, List<Integer>> volumes = new LinkedHashMap<>();
    for (int i = 0; i < slices.size(); i++) {
      volumes.computeIfAbsent(slices.get(i).volume(), name -> new ArrayList<>()).add(i);
    }
    for (List<Integer> members : volumes.values()) {
      stacks.add(volume(members, slices, rows, columns));
    }
    return stacks;
  }

  private static Stack volume(List<Integer> met, List<MapSlice> slices, int rows, int columns) {
    int[] members =
        met.stream()
            .sorted(Comparator.comparingInt(i -> slices.get(i).index()))
            .mapToInt(i -> i)
            .toArray();
    int[] indices = IntStream.of(members).map(i -> slices.get(i).index()).toArray();
    int[] places = new int[members.length];
    for (int k = 1; k < members.length; k++) {
      if (indices[k] == indices[k - 1]) {
        throw new IllegalArgumentException(
            "slice %s of %s is in the set twice"
                .formatted(indices[k], slices.get(members[k]).volume()));
      }
      places[k] = places[k - 1] + (indices[k] == indices[k - 1] + 1 ? 1 : 2);
    }
    int depth = places[places.length - 1] + 1;
    return new Stack(members, indices, places, new int[] {depth, rows, columns});
  }

  int size() {
    return members.length;
  }

  /** The values of the members in a block; 0 in gaps. */
  float[] join(List<float[]> parts) {
    float[] block = new float[length()];
    copy(parts, block);
    return block;
  }

  /** The masks of the members in a block; false in gaps. */
  boolean[] joinMasks(List<boolean[]> parts) {
    boolean[] block = new boolean[length()];
    copy(parts, block);
    return block;
  }

  private void copy(List<?> parts, Object block) {
    for (int k = 0; k < size(); k++) {
      System.arraycopy(parts.get(members[k]), 0, block, places[k] * area(), area());
    }
  }

  /** Puts the members' parts of a block in their positions of a set. */
  void split(float[] block, float[][] set) {
    for (int k = 0; k < size(); k++) {
      set[members[k]] = Arrays.copyOfRange(block, places[k] * area(), (places[k] + 1) * area());
    }
  }

  /** As {@link #split(float[], float[][])}, for masks. */
  void split(boolean[] block, boolean[][] set) {
    for (int k = 0; k < size(); k++) {
      set[members[k]] = Arrays.copyOfRange(block, places[k] * area(), (places[k] + 1) * area());
    }
  }

  private int area() {
    return shape[shape.length - 1] * shape[shape.length - 2];
  }

  private int length() {
    return Arrays.stream(shape).reduce(1, Math::multiplyExact);
  }
}
