package io.wisp.network;

/** Where the first values of a network's parameters come from. */
@FunctionalInterface
public interface ParameterSource {
  /**
   * The values of one parameter.
   *
   * @param name as in guided-diffusion, such as {@code input_blocks.1.0.in_layers.2.weight}
   * @param shape its shape
   * @param init how it starts by default
   * @param fanIn inputs per output; for {@link Init#FAN_IN}
   * @return row-major values, as many as the shape holds
   */
  float[] values(String name, long[] shape, Init init, long fanIn);
}
