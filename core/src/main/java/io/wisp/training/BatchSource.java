package io.wisp.training;

import io.wisp.slices.SlicePositions;
import io.wisp.slices.SliceRecord;
import io.wisp.slices.SliceStore;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.random.RandomGenerator;

/**
 * Batches of training slices. The batch of a step depends on the seed and the step only; the next
 * one is made in the background. Masks, if there are any, are augmented with their images.
 *
 * <p>Used by one thread, which closes it. A batch in the making is then finished in the background
 * and dropped; the store is not closed.
 */
final class BatchSource implements AutoCloseable {
  private final SliceStore store;
  private final TrainSettings settings;
  private final int timesteps;
  private final Optional<MaskSource> masks;
  private final SliceDraw slices;
  private final SlicePositions positions;
  private final int neighbours;
  private final ExecutorService background =
      Executors.newSingleThreadExecutor(
          task -> {
            Thread thread = new Thread(task, "batches");
            thread.setDaemon(true);
            return thread;
          });
  private int nextStep = -1;
  private CompletableFuture<Batch> next;

  /**
   * @param timesteps of the diffusion process
   * @param slices chooses those of a batch; all have a mask if there are masks
   * @param neighbours stored slices on each side that become channels of an image
   */
  BatchSource(
      SliceStore store,
      TrainSettings settings,
      int timesteps,
      SliceDraw slices,
      Optional<MaskSource> masks,
      int neighbours) {
    this.store = store;
    this.settings = settings;
    this.timesteps = timesteps;
    this.slices = slices;
    this.masks = masks;
    this.neighbours = neighbours;
    this.positions = SlicePositions.of(store.slices());
  }

  /** The batch of a step; steps requested in order are ready at once. */
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
    int channels = (2 * neighbours + 1) * store.channels();
    int pixels = channels * side * side;
    float[] images = new float[count * pixels];
    float[] noise = new float[masks.isPresent() ? 0 : count * pixels];
    float[] objects = new float[masks.isPresent() ? count * side * side : 0];
    int[] t = new int[count];
    int[] labels = new int[count];
    float[] places = new float[count];
    for (int i = 0; i < count; i++) {
      SliceRecord slice = slices.next(random);
      readImages(slice, images, i * pixels);
      Augmentation.Change change = settings.augment().draw(random);
      change.toImage(images, i * pixels, channels, side);
      if (masks.isPresent()) {
        masks.get().read(slice, objects, i * side * side);
        change.toMask(objects, i * side * side, side);
      }
      labels[i] = slice.label();
      places[i] = (float) positions.of(slice);
      t[i] = timestep(random);
    }
    for (int i = 0; i < noise.length; i++) {
      noise[i] = (float) random.nextGaussian();
    }
    return new Batch(images, noise, t, labels, told(random), places, objects);
  }

  /** The slice between those beside it. */
  private void readImages(SliceRecord slice, float[] target, int offset) {
    int pixels = store.channels() * store.imageSize() * store.imageSize();
    for (int i = 0; i <= 2 * neighbours; i++) {
      int index = store.beside(slice.index(), i - neighbours);
      store.readImage(index, target, offset + i * pixels);
    }
  }

  private int timestep(RandomGenerator random) {
    return settings.focus().takes(random)
        ? settings.focus().draw(random)
        : (int) (timesteps * Math.pow(random.nextDouble(), settings.timestepPower()));
  }

  /** Drawn last, so that the rest of a batch is the same without it. */
  private float[] told(RandomGenerator random) {
    float[] told = new float[settings.batch()];
    for (int i = 0; i < told.length; i++) {
      told[i] = random.nextDouble() < settings.labelDropout() ? 0 : 1;
    }
    return told;
  }

  @Override
  public void close() {
    background.shutdownNow();
  }
}
