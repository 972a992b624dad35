package io.wisp.network;

import java.util.List;
import java.util.Map;

/**
 * One 2-D convolution of a network with "same" padding, at the size of its images there.
 *
 * @param inputs channels in
 * @param outputs channels out
 * @param kernel height and width of the kernel
 * @param stride 1, or 2 to halve the image
 * @param side height and width of the image that goes in
 */
public record ConvolutionShape(int inputs, int outputs, int kernel, int stride, int side) {
  static final int KERNEL_AXES = 4;

  /** Every convolution of a forward, in the order of the parameters; equal ones count each. */
  public static List<ConvolutionShape> of(NetworkConfig config) {
    return config instanceof CompactUNetConfig compact
        ? CompactUNet.convolutions(compact)
        : of((UNetConfig) config);
  }

  private static List<ConvolutionShape> of(UNetConfig config) {
    NetworkPlaces places = new NetworkPlaces(config);
    return UNetModel.parameterShapes(config).entrySet().stream()
        .filter(parameter -> parameter.getValue().length == KERNEL_AXES)
        .map(parameter -> at(places, parameter))
        .toList();
  }

  private static ConvolutionShape at(NetworkPlaces places, Map.Entry<String, long[]> parameter) {
    long[] shape = parameter.getValue();
    int stride = NetworkPlaces.halves(parameter.getKey()) ? 2 : 1;
    int side = places.side(parameter.getKey());
    return new ConvolutionShape((int) shape[1], (int) shape[0], (int) shape[2], stride, side);
  }

  /** Height and width of the image that comes out. */
  public int outputSide() {
    return (side + stride - 1) / stride;
  }

  /** Multiplications and additions for one image. */
  public double operations() {
    return 2.0 * inputs * outputs * kernel * kernel * outputSide() * outputSide();
  }

  /** Number of weights in its kernel. */
  public long weights() {
    return (long) inputs * outputs * kernel * kernel;
  }

  /** Minimum of values read and written: image in, weights, image out. */
  public double elements(int batch) {
    return batch * ((double) inputs * side * side + (double) outputs * outputSide() * outputSide())
        + weights();
  }

  /** Such as {@code 3x3 128>256 @112}, with {@code /2} where it halves. */
  @Override
  public String toString() {
    return "%sx%s %s>%s @%s%s"
        .formatted(kernel, kernel, inputs, outputs, side, stride == 1 ? "" : "/" + stride);
  }
}
