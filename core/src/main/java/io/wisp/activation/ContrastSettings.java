package io.wisp.activation;

import io.wisp.BadSetting;
import io.wisp.UserError;

/**
 * Which two labels are compared: what one has and the other lacks is the object.
 *
 * @param present y1: the label whose object is sought; slices that carry it are scored
 * @param absent y0: the label it is contrasted with
 */
public record ContrastSettings(int present, int absent) {
  public ContrastSettings {
    if (present < 0 || absent < 0) {
      throw new BadSetting(
          "contrast",
          present + " against " + absent,
          "contrast is %s against %s, but labels are 0 or more.".formatted(present, absent));
    }
    if (present == absent) {
      throw new BadSetting(
          "contrast.present",
          present,
          "contrast.present and contrast.absent are both %s: the method compares two labels."
              .formatted(present));
    }
  }

  /** 1 against 0, all there is with two labels. */
  public static ContrastSettings usual() {
    return new ContrastSettings(1, 0);
  }

  /**
   * Checks that a network knows both labels.
   *
   * @param classes number of labels of the network
   * @throws UserError if it lacks one
   */
  public void requireAmong(int classes) {
    if (Math.max(present, absent) >= classes) {
      throw new BadSetting(
          "contrast",
          present + " against " + absent,
          "contrast.%s is %s, but network.num_classes is %s: labels go from 0 to %s."
              .formatted(
                  present >= classes ? "present" : "absent",
                  present >= classes ? present : absent,
                  classes,
                  classes - 1));
    }
  }
}
