package io.wisp.training;

import io.wisp.UserError;
import io.wisp.slices.SliceRecord;
import io.wisp.slices.SliceStore;
import io.wisp.slices.Split;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Batches of training slices. The batch of a step depends on the seed and the step only; the next
 * one is made in the background. Where the training has masks, they are changed with their images,
 * and slices without one are not drawn.
 */
final class BatchSource implements AutoCloseable {
  private final SliceStore store;
  private final TrainSettings settings;
  private final int timesteps;
  private final Optional<MaskSource> masks;
  private final List<List<SliceRecord>> groups;
  private final ExecutorService background =
      Executors.newSingleThreadExecutor(
          task -> {
            Thread thread = new Thread(task, "batches");
            thread.setDaemon(true);
            return thread;
          });
  private int nextStep = -1;
  private CompletableFuture<Batch> next;

  BatchSource(SliceStore store, TrainSettings settings, int timesteps) {
    this(store, settings, timesteps, Optional.empty());
  }

  BatchSource(SliceStore store, TrainSettings settings, int timesteps, Optional<MaskSource> masks) {
    this.masks = masks;
    this.store = store;
    this.settings = settings;
    this.timesteps = timesteps;
    this.groups = groups(settings.balanced());
  }

  /** One group a class where classes are balanced, else one of all slices. */
  private List<List<SliceRecord>> groups(boolean balanced) {
    List<SliceRecord> all = store.slices(Split.TRAIN).stream().filter(this::drawn).toList();
    if (all.isEmpty()) {
      throw new UserError(
          "The store %s has no training slices: prepare it with a larger --split."
              .formatted(store.folder()));
    }
    List<List<SliceRecord>> groups = new ArrayList<>();
    for (int label = 0; label < store.classes(); label++) {
      int wanted = label;
      List<SliceRecord> group = all.stream().filter(slice -> slice.label() == wanted).toList();
      if (group.isEmpty()) {
        throw new UserError(
            ("The store %s has no training slices of class %d: the model learns from the difference"
                    + " between classes, so it needs examples of each.")
                .formatted(store.folder(), label));
      }
      groups.add(group);
    }
    return balanced ? groups : List.of(all);
  }

  private boolean drawn(SliceRecord slice) {
    return masks.isEmpty() || masks.get().covers(slice);
  }

  /** The batch of a step; steps asked for in order are ready at once. */
  Batch at(int step) {
    Batch batch = step == nextStep ? next.join() : make(step);
    nextStep = step + 1;
    next = CompletableFuture.supplyAsync(() -> make(step + 1), background);
    return batch;
  }

  private Batch make(int step) {
    SplittableRandom random = new SplittableRandom(settings.seed() * 0x9E3779B97F4A7C15L + step);
    int count = settings.batch();
    int side = store.imageSize();
    int pixels = store.channels() * side * side;
    float[] images = new float[count * pixels];
    float[] noise = new float[count * pixels];
    float[] objects = new float[masks.isPresent() ? count * side * side : 0];
    int[] t = new int[count];
    int[] labels = new int[count];
    for (int i = 0; i < count; i++) {
      List<SliceRecord> group = groups.get(random.nextInt(groups.size()));
      SliceRecord slice = group.get(random.nextInt(group.size()));
      store.readImage(slice.index(), images, i * pixels);
      Augmentation.Change change = settings.augment().draw(random);
      change.toImage(images, i * pixels, store.channels(), side);
      if (masks.isPresent()) {
        masks.get().read(slice, objects, i * side * side);
        change.toMask(objects, i * side * side, side);
      }
      labels[i] = slice.label();
      t[i] = (int) (timesteps * Math.pow(random.nextDouble(), settings.timestepPower()));
    }
    for (int i = 0; i < noise.length; i++) {
      noise[i] = (float) random.nextGaussian();
    }
    return new Batch(images, noise, t, labels, objects);
  }

  @Override
  public void close() {
    background.shutdownNow();
  }
}
