package io.wisp.mask;

/** Which side of a signed activation map marks the object. */
public enum MapSign {
  /** The map as it is: high values mark the object (the paper). */
  SIGNED {
    @Override
    float apply(float value) {
      return value;
    }
  },
  /** The negated map: low values mark the object, as for something dark. */
  NEGATIVE {
    @Override
    float apply(float value) {
      return -value;
    }
  },
  /** The absolute value of the change. */
  ABSOLUTE {
    @Override
    float apply(float value) {
      return Math.abs(value);
    }
  };

  abstract float apply(float value);

  /** A map with the object's side up, in its own scale. */
  public float[] apply(float[] map) {
    float[] result = new float[map.length];
    for (int i = 0; i < map.length; i++) {
      result[i] = apply(map[i]);
    }
    return result;
  }
}
