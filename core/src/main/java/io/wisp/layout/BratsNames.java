package io.wisp.layout;

import java.util.ArrayList;
import java.util.List;

/** How BraTS calls its files: by the historic names and by those of 2023. */
final class BratsNames {
  static final List<String> MODALITIES = List.of("flair", "t1", "t1ce", "t2");
  private static final List<String> OF_2023 = List.of("t2f", "t1n", "t1c", "t2w");

  private BratsNames() {}

  /** What 2023 calls a kind of scan; the same where it is none of BraTS's. */
  static String of2023(String modality) {
    int known = MODALITIES.indexOf(modality);
    return known < 0 ? modality : OF_2023.get(known);
  }

  /** All names of all kinds, as a group of a regular expression. */
  static String pattern() {
    List<String> names = new ArrayList<>(MODALITIES);
    names.addAll(OF_2023);
    return "(?:" + String.join("|", names) + ")";
  }
}
