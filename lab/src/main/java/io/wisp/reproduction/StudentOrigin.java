package io.wisp.reproduction;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.wisp.activation.ContrastSettings;
import io.wisp.activation.PerturbationSettings;
import io.wisp.base.SettingsTree;
import io.wisp.mask.MaskRecipe;
import io.wisp.training.EarlierNames;
import io.wisp.training.RunSettings;
import io.wisp.training.StudentSettings;

/**
 * Everything that determines the student of a repeat, except what the whole reproduction shares.
 *
 * @param teacherSteps how far the diffusion model was trained that made the first masks
 * @param contrast which label's object was sought
 * @param map how the first maps were made
 * @param mask how the first masks were made of them
 * @param student how it learned from them
 */
record StudentOrigin(
    int teacherSteps,
    ContrastSettings contrast,
    PerturbationSettings map,
    MaskRecipe mask,
    StudentSettings student) {

  static StudentOrigin of(int teacherSteps, RunSettings settings) {
    return new StudentOrigin(
        teacherSteps, settings.contrast(), settings.map(), settings.mask(), settings.student());
  }

  /** Whether a text, perhaps of an earlier version, describes this origin. */
  boolean isToldBy(String kept) {
    ObjectNode told = EarlierNames.replaced(SettingsTree.parseYaml(kept, "student origin"));
    return told.equals(SettingsTree.parseYaml(text(), "student origin"));
  }

  /** As stored: the same text for the same origin, another for any other. */
  String text() {
    return SettingsTree.toYaml(this);
  }
}
