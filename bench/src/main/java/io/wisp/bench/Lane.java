package io.wisp.bench;

import io.wisp.benchmark.ConvolutionForm;
import io.wisp.benchmark.TensorFormat;
import io.wisp.engine.Engine;
import java.util.List;
import java.util.stream.Stream;

/**
 * One of the ways to compute a layer that the roofline compares.
 *
 * @param format of images and weights
 * @param form of the weights of convolutions
 */
record Lane(TensorFormat format, ConvolutionForm form) {
  /** All of this machine; without bfloat16 where the processor does not multiply it. */
  static List<Lane> of(Engine engine) {
    Stream<Lane> plain =
        Stream.of(TensorFormat.values())
            .filter(format -> format.bytes() == Float.BYTES || Engine.cpuHasBfloat16())
            .map(format -> new Lane(format, ConvolutionForm.PLAIN));
    Stream<Lane> prepacked =
        Stream.of(TensorFormat.BFLOAT16_CHANNELS_LAST)
            .filter(format -> ConvolutionForm.PREPACKED.works(format, engine))
            .map(format -> new Lane(format, ConvolutionForm.PREPACKED));
    return Stream.concat(plain, prepacked).toList();
  }

  String text() {
    return format.text() + (form == ConvolutionForm.PREPACKED ? ", weights prepacked" : "");
  }
}
