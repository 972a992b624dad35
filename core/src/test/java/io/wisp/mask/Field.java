package io.wisp.mask;

import java.util.Random;

/**
 * A map, an image and a foreground of chance, for properties.
 *
 * @param map about N(0, 1)
 * @param image in [-1, 1]
 * @param inside about two of three pixels
 */
record Field(float[] map, float[] image, boolean[] inside) {
  static Field random(long seed, int rows, int columns) {
    Random random = new Random(seed);
    int size = rows * columns;
    Field field = new Field(new float[size], new float[size], new boolean[size]);
    for (int i = 0; i < size; i++) {
      field.map[i] = (float) random.nextGaussian();
      field.image[i] = 2 * random.nextFloat() - 1;
      field.inside[i] = random.nextInt(3) > 0;
    }
    return field;
  }
}
