package io.wisp.evaluation;

import io.wisp.BadFile;
import io.wisp.UserError;
import io.wisp.dataset.CaseImages;
import io.wisp.dataset.Layouts;
import io.wisp.dataset.ScanReader;
import io.wisp.dataset.SourceCase;
import io.wisp.dataset.SourceFolder;
import io.wisp.dataset.Split;
import io.wisp.dataset.VolumeImages;
import io.wisp.slices.SliceRecord;
import io.wisp.slices.SliceStore;
import io.wisp.slices.StoreRecipe;
import io.wisp.volume.Regridding;
import io.wisp.volume.ScanFormat;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The scans and masks that a store was made from, read again from their folder. */
public final class SourceScans {
  private final Path folder;
  private final SliceStore store;
  private final Map<String, SourceCase> cases;
  private final ScanReader reader;

  private SourceScans(
      Path folder, SliceStore store, Map<String, SourceCase> cases, ScanReader reader) {
    this.folder = folder;
    this.store = store;
    this.cases = cases;
    this.reader = reader;
  }

  /**
   * Finds them; they are read one by one later.
   *
   * @param split whose patients' scans are needed
   * @throws UserError if one of these is not in the folder
   */
  public static SourceScans of(Path folder, SliceStore store, Split split) {
    StoreRecipe recipe = store.storeRecipe();
    ScanReader reader = reader(recipe);
    Map<String, SourceCase> cases =
        SourceFolder.find(
                folder,
                Optional.of(Layouts.named(recipe.layout())),
                Optional.of(recipe.object()),
                recipe.slices().modalities())
            .opened(reader)
            .cases()
            .stream()
            .collect(Collectors.toMap(SourceCase::id, Function.identity()));
    List<String> missing =
        store.slices(split).stream()
            .map(SliceRecord::caseId)
            .distinct()
            .filter(id -> !cases.containsKey(id))
            .toList();
    if (!missing.isEmpty()) {
      throw new BadFile(
          folder,
          "%s has no scan of %s%s of the store %s: give the folder that the store was made from."
              .formatted(
                  folder,
                  missing.get(0),
                  missing.size() > 1 ? " and %s others".formatted(missing.size() - 1) : "",
                  store.folder()));
    }
    return new SourceScans(folder, store, cases, reader);
  }

  /** As the store's were read. */
  private static ScanReader reader(StoreRecipe recipe) {
    boolean resample = Boolean.TRUE.equals(recipe.resample());
    return new ScanReader(
        recipe.frame() == null ? OptionalInt.empty() : OptionalInt.of(recipe.frame()),
        resample ? Regridding.RESAMPLE : Regridding.EXACT,
        new ScanFormat.Choice(
            Optional.ofNullable(recipe.series()), Optional.ofNullable(recipe.order())));
  }

  /**
   * Reads a case with its mask.
   *
   * @throws UserError if a file is damaged, the mask is missing, it is not a volume, or it is not
   *     of the shape that the store was made from
   */
  VolumeImages read(String caseId) {
    CaseImages images = cases.get(caseId).read(store.recipe().axis(), reader);
    if (!(images instanceof VolumeImages volume)) {
      throw new BadFile(
          folder,
          "The cases of %s are single pictures, which have no grid of a scan: score them at the store's resolution."
              .formatted(folder));
    }
    if (volume.mask().isEmpty()) {
      throw new BadFile(
          folder,
          "The case %s in %s has no mask to score against: give the folder that the store was made from."
              .formatted(caseId, folder));
    }
    store.storeRecipe().cases().stream()
        .filter(one -> one.caseId().equals(caseId))
        .filter(one -> !same(one, volume))
        .findFirst()
        .ifPresent(
            one -> {
              throw new BadFile(
                  folder,
                  "The case %s in %s has %s slices of %s × %s, but the store %s was made from %s of %s × %s: give the folder that it was made from."
                      .formatted(
                          caseId,
                          folder,
                          volume.count(),
                          volume.plane().rows(),
                          volume.plane().columns(),
                          store.folder(),
                          one.slices(),
                          one.rows(),
                          one.columns()));
            });
    return volume;
  }

  private static boolean same(StoreRecipe.Source made, VolumeImages volume) {
    return made.slices() == volume.count()
        && made.rows() == volume.plane().rows()
        && made.columns() == volume.plane().columns()
        && made.axis() == volume.axis();
  }
}
