package io.wisp.training;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Names that settings had in earlier versions: run folders and scripts that use them still work.
 */
public final class EarlierNames {
  private static final String STUDENT = "student";
  private static final String CONFIDENCE = "confidence";

  private EarlierNames() {}

  /** The tree with today's names; the values are the same, and the tree given is not changed. */
  public static ObjectNode replaced(ObjectNode tree) {
    if (!tree.path(STUDENT).has(CONFIDENCE)) {
      return tree;
    }
    ObjectNode renamed = tree.deepCopy();
    ObjectNode student = (ObjectNode) renamed.get(STUDENT);
    student.set("share_kept", student.remove(CONFIDENCE));
    return renamed;
  }
}
