package io.wisp.layout;

import io.wisp.BadFile;

/** What the grey values of a picture say as labels. */
final class PictureLabels {
  /** By how much colours of a grey JPEG differ at most. */
  private static final float LOSSY_GREY = 16;

  private PictureLabels() {}

  static float[] of(PictureFile picture) {
    float[] labels = hasColours(picture) ? oneColour(picture) : picture.bands()[0].clone();
    for (float label : labels) {
      if (!(label >= 0 && label == Math.rint(label))) {
        throw refused(
            picture, "the value %s, which is no label: labels are whole numbers".formatted(label));
      }
    }
    picture.opacity().ifPresent(opaque -> clear(picture, labels, opaque));
    return labels;
  }

  private static boolean hasColours(PictureFile picture) {
    float[][] bands = picture.bands();
    float allowed = PictureFile.isLossy(picture.file()) ? LOSSY_GREY : 0;
    for (int band = 1; band < bands.length; band++) {
      for (int i = 0; i < bands[0].length; i++) {
        if (isOpaque(picture, i) && Math.abs(bands[band][i] - bands[0][i]) > allowed) {
          return true;
        }
      }
    }
    return false;
  }

  /** 1 where a picture that is black else has its only colour. */
  private static float[] oneColour(PictureFile picture) {
    float[][] bands = picture.bands();
    float[] labels = new float[bands[0].length];
    int first = -1;
    for (int i = 0; i < labels.length; i++) {
      if (!isOpaque(picture, i) || isBlack(bands, i)) {
        continue;
      }
      first = first < 0 ? i : first;
      if (!sameColour(bands, i, first)) {
        throw refused(picture, "several colours, which tell no labels: save it as grey values");
      }
      labels[i] = 1;
    }
    return labels;
  }

  private static boolean isBlack(float[][] bands, int i) {
    return bands[0][i] == 0 && bands[1][i] == 0 && bands[2][i] == 0;
  }

  private static boolean sameColour(float[][] bands, int i, int j) {
    return bands[0][i] == bands[0][j] && bands[1][i] == bands[1][j] && bands[2][i] == bands[2][j];
  }

  private static boolean isOpaque(PictureFile picture, int i) {
    return picture.opacity().isEmpty() || picture.opacity().get()[i] > 0;
  }

  /** Nothing is marked where there is nothing to see. */
  private static void clear(PictureFile picture, float[] labels, float[] opaque) {
    boolean transparent = false;
    boolean black = false;
    boolean marked = false;
    for (int i = 0; i < labels.length; i++) {
      if (opaque[i] > 0 && opaque[i] < 1) {
        throw refused(picture, "pixels that are half transparent, which tell no label");
      }
      labels[i] = opaque[i] > 0 ? labels[i] : 0;
      transparent |= opaque[i] == 0;
      black |= opaque[i] > 0 && labels[i] == 0;
      marked |= labels[i] > 0;
    }
    if (transparent && black && !marked) {
      throw refused(picture, "black on a transparent ground: save it as white on black");
    }
  }

  private static BadFile refused(PictureFile picture, String what) {
    return new BadFile(picture.file(), "the mask %s has %s".formatted(picture.file(), what));
  }
}
