package io.wisp.mask;

/** Draws small masks and maps as text, so that tests show what they mean. */
final class Picture {
  private Picture() {}

  /** '#' is true, everything else false; one string a row. */
  static boolean[] mask(String... rows) {
    String all = String.join("", rows);
    boolean[] mask = new boolean[all.length()];
    for (int i = 0; i < mask.length; i++) {
      mask[i] = all.charAt(i) == '#';
    }
    return mask;
  }

  /** Digits 0 to 9 become those values; one string a row. */
  static float[] map(String... rows) {
    String all = String.join("", rows);
    float[] map = new float[all.length()];
    for (int i = 0; i < map.length; i++) {
      map[i] = all.charAt(i) - '0';
    }
    return map;
  }
}
