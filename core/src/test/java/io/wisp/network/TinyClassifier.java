package io.wisp.network;

import io.wisp.engine.Engine;
import io.wisp.engine.Precision;

/** A small classifier of 16 x 16 images in two classes, without zeros in it. */
public final class TinyClassifier {
  public static final int SIDE = 16;

  private TinyClassifier() {}

  /** In float32 on the processor. */
  public static EncoderUNetModel golden() {
    return golden(Precision.FLOAT32);
  }

  static EncoderUNetModel golden(Precision precision) {
    UNetConfig config =
        TinyNetwork.config(
            "image_size=" + SIDE, "out_channels=2", "num_classes=0", "num_head_channels=16");
    return EncoderUNetModel.golden(config, Engine.reference().with(precision));
  }
}
