package io.wisp.api;

import io.wisp.Progress;
import io.wisp.slices.Preparation;
import io.wisp.slices.PrepareOptions;
import io.wisp.volume.Regridding;
import java.nio.file.Path;
import java.util.List;

/** How a store is made from a folder of cases; each method changes one thing and returns this. */
public final class StoreOptions {
  private PrepareOptions options;
  private Progress.Factory progress = Progress.SILENT;

  StoreOptions(Path source) {
    options = PrepareOptions.of(source, source);
  }

  /** Rows and columns of a slice in pixels; 64 by default. */
  public StoreOptions size(int pixels) {
    options = options.withRecipe(options.recipe().withSize(pixels));
    return this;
  }

  /**
   * The kinds of scan that become channels, such as {@code flair}; by default the layout's usual
   * one.
   */
  public StoreOptions modalities(List<String> names) {
    options = options.withRecipe(options.recipe().withModality(String.join(",", names)));
    return this;
  }

  /** Which values of the masks are the object, such as {@code liver+spleen} or {@code 4}. */
  public StoreOptions object(String names) {
    options = options.withObject(names);
    return this;
  }

  /** Labels of slices from a file of case,slice,label instead of from masks. */
  public StoreOptions labels(Path file) {
    options = options.withLabels(file);
    return this;
  }

  /**
   * Which frame to read of scans that have several, which are refused unless told.
   *
   * @param index counted from 0
   */
  public StoreOptions frame(int index) {
    options = options.withFrame(index);
    return this;
  }

  /**
   * Which series to read of DICOM folders that hold several, which are refused unless told.
   *
   * @param name its number, description or identifier
   */
  public StoreOptions series(String name) {
    options = options.withSeries(name);
    return this;
  }

  /** Resamples channels and masks onto their scan's grid where they lie on another one. */
  public StoreOptions resample() {
    options = options.withRegridding(Regridding.RESAMPLE);
    return this;
  }

  /**
   * How patients are drawn for training; 0.9 and seed 1 by default.
   *
   * @param share of the patients, in (0, 1)
   */
  public StoreOptions split(double share, long seed) {
    options = options.withSplit(share, seed);
    return this;
  }

  /** Replaces an existing store. */
  public StoreOptions overwrite() {
    options = options.withOverwrite(true);
    return this;
  }

  /** Receives the progress, and may stop the work, see {@link io.wisp.StopSignal#ending}. */
  public StoreOptions progress(Progress.Factory told) {
    progress = told;
    return this;
  }

  /**
   * Makes the store; the folder appears when it is complete.
   *
   * @throws io.wisp.UserError if the cases, labels or options are wrong, or the folder exists
   */
  public Store make(Path folder) {
    Preparation.run(options.withStore(folder), progress);
    return Store.open(folder);
  }
}
