package io.wisp.training;

import io.soabase.recordbuilder.core.RecordBuilder;
import io.wisp.BadSetting;

/**
 * How a network is trained.
 *
 * @param steps optimiser steps
 * @param batch images per step
 * @param learningRate of AdamW
 * @param weightDecay decoupled, of AdamW
 * @param warmup steps in which the learning rate rises from 0
 * @param decay how it falls afterwards
 * @param ema decay of the moving average of the weights, in [0, 1)
 * @param clip largest norm of the gradient; 0 for no clipping
 * @param balanced whether every class is drawn equally often
 * @param match how negative slices (contrast.absent) are matched to positive ones
 *     (contrast.present)
 * @param labelDropout share of the images whose label is hidden from the diffusion model, in [0,
 *     1); so it also learns the noise without a label, which classifier-free guidance needs
 * @param heldBack share of the training patients that a classifier, segmenter or student does not
 *     learn from, in [0, 0.5]: by their labels it is calibrated which slices hold the object, see
 *     {@link FittedPresence}; 0 for none
 * @param timestepPower timesteps are drawn as T·u^power with u uniform: 1 draws all equally often,
 *     2 draws low noise levels, at which maps are made, more often
 * @param focus timesteps that are drawn even more often
 * @param augment changes to the images
 * @param logEvery steps between lines of the metrics file
 * @param checkpointEvery steps between checkpoints
 * @param seed of everything random
 */
@RecordBuilder
public record TrainSettings(
    int steps,
    int batch,
    double learningRate,
    double weightDecay,
    int warmup,
    Decay decay,
    double ema,
    double clip,
    boolean balanced,
    Match match,
    double labelDropout,
    double heldBack,
    double timestepPower,
    NoiseFocus focus,
    Augmentation augment,
    int logEvery,
    int checkpointEvery,
    long seed)
    implements TrainSettingsBuilder.With {

  private static final double MOST_HELD_BACK = 0.5;

  /** How the learning rate falls after the warm-up. */
  public enum Decay {
    @com.fasterxml.jackson.annotation.JsonProperty("constant")
    CONSTANT,
    @com.fasterxml.jackson.annotation.JsonProperty("linear")
    LINEAR,
    @com.fasterxml.jackson.annotation.JsonProperty("cosine")
    COSINE
  }

  /** How negative slices are chosen. */
  public enum Match {
    /** As they are. */
    @com.fasterxml.jackson.annotation.JsonProperty("none")
    NONE,
    /** From where in a scan positive slices lie. */
    @com.fasterxml.jackson.annotation.JsonProperty("position")
    POSITION
  }

  public TrainSettings {
    check(steps >= 1, "steps", steps, "at least 1");
    check(batch >= 1, "batch", batch, "at least 1");
    check(learningRate > 0, "learning_rate", learningRate, "above 0");
    check(weightDecay >= 0, "weight_decay", weightDecay, "0 or more");
    check(warmup >= 0, "warmup", warmup, "0 or more");
    check(ema >= 0 && ema < 1, "ema", ema, "in [0, 1)");
    check(clip >= 0, "clip", clip, "0 or more");
    check(labelDropout >= 0 && labelDropout < 1, "label_dropout", labelDropout, "in [0, 1)");
    check(heldBack >= 0 && heldBack <= MOST_HELD_BACK, "held_back", heldBack, "in [0, 0.5]");
    check(timestepPower > 0, "timestep_power", timestepPower, "above 0");
    check(logEvery >= 1, "log_every", logEvery, "at least 1");
    check(checkpointEvery >= 1, "checkpoint_every", checkpointEvery, "at least 1");
  }

  /** The learning rate of a step, counted from 0. */
  public double learningRateAt(int step) {
    if (step < warmup) {
      return learningRate * ((step + 1) / (double) warmup);
    }
    double progress = Math.min(1, (step - warmup) / (double) Math.max(1, steps - warmup));
    return learningRate
        * switch (decay) {
          case CONSTANT -> 1;
          case LINEAR -> 1 - progress;
          case COSINE -> 0.5 * (1 + Math.cos(Math.PI * progress));
        };
  }

  private static void check(boolean holds, String name, Object value, String wanted) {
    BadSetting.unless(holds, "train." + name, value, wanted);
  }
}
