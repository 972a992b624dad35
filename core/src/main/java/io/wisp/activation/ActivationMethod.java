package io.wisp.activation;

import java.util.List;
import java.util.Optional;

/** A way to say where in each image the object of a label is. */
@FunctionalInterface
public interface ActivationMethod {
  /**
   * One map per image: [H·W], signed, in the method's own scale.
   *
   * @param images of one size
   */
  List<float[]> maps(List<LabelledImage> images);

  /** What it says of whole slices, if it tells. */
  default Optional<SlicePresence> presence() {
    return Optional.empty();
  }

  /**
   * The maps, each with what {@link #presence} says of its image. A method that tells it makes both
   * from one evaluation of its network.
   */
  default List<JudgedMap> judged(List<LabelledImage> images) {
    return maps(images).stream().map(map -> new JudgedMap(map, Double.NaN)).toList();
  }
}
