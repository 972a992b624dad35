package io.wisp.slices;

import io.wisp.BadFile;
import io.wisp.Progress;
import io.wisp.Remedy;
import io.wisp.UserError;
import io.wisp.base.FolderLock;
import io.wisp.base.Version;
import io.wisp.dataset.CaseImages;
import io.wisp.dataset.LabelFile;
import io.wisp.dataset.PatientSplit;
import io.wisp.dataset.SourceCase;
import io.wisp.dataset.SourceFolder;
import io.wisp.dataset.SplitChoice;
import io.wisp.report.Illustration;
import io.wisp.report.Png;
import io.wisp.slices.PrepareOptions.OnFailure;
import io.wisp.volume.Regridding;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;

/**
 * Makes a store of labelled slices from a folder of cases: find, label, split, cut, write. The same
 * source and options give the same bytes, however many workers there are.
 */
public final class Preparation {
  private final PrepareOptions options;
  private final SourceFolder source;
  private final Optional<LabelFile> labels;
  private final PatientSplit split;
  private final ObjectFilter filter;
  private final LeftOutFiles leftOut;
  private int dropped;
  private int droppedPositives;
  private int vanished;

  private Preparation(PrepareOptions options) {
    this.options = options;
    this.source =
        SourceFolder.find(
                options.source(), options.layout(), options.object(), options.recipe().modalities())
            .opened(options.reader());
    this.labels =
        options.labels().map(file -> LabelFile.read(file, options.firstSlice()).of(source.ids()));
    checkLabelled();
    this.split = split();
    this.filter = new ObjectFilter(options.minObject());
    this.leftOut =
        new LeftOutFiles(
            options.source(),
            source.leftOut(options.recipe().modalities(), LeftOutFiles.tables(options)),
            options.store());
  }

  /**
   * Makes the store. It appears in its place when it is complete.
   *
   * @param progress is told of each case
   * @throws UserError if the source, the labels or the split are at fault, or the store exists or
   *     is being made
   */
  public static PrepareSummary run(PrepareOptions options, Progress.Factory progress) {
    try (FolderLock lock = FolderLock.beside(options.store());
        StoreFolder folder = StoreFolder.begin(options.store(), options.overwrite())) {
      Preparation preparation = new Preparation(options);
      PrepareSummary summary = preparation.write(folder.path(), progress);
      folder.complete();
      return summary;
    } catch (IOException e) {
      throw new BadFile(
          options.store(),
          "cannot write the store %s: %s".formatted(options.store(), e.getMessage()),
          e);
    }
  }

  private void checkLabelled() {
    labels.ifPresent(file -> file.checkCases(source.ids(), options.source()));
    labels.ifPresent(LabelFile::checkClasses);
    if (labels.isPresent() || source.tellsLabels()) {
      return;
    }
    for (SourceCase one : source.cases()) {
      if (!one.hasMasks()) {
        throw new BadFile(
            options.source(),
            "case %s in %s has no mask to take labels from: add %s, or give a file of case,slice,label"
                .formatted(one.id(), options.source(), one.missingMask()),
            Remedy.LABELS);
      }
    }
  }

  private PatientSplit split() {
    if (options.split() instanceof SplitChoice.Given given) {
      return PatientSplit.read(given.file(), source.ids());
    }
    if (options.split() instanceof SplitChoice.Fold fold) {
      return PatientSplit.fold(source.ids(), fold);
    }
    SplitChoice.Share share = (SplitChoice.Share) options.split();
    return source
        .split()
        .orElseGet(() -> PatientSplit.draw(source.ids(), share.train(), share.seed()));
  }

  private PrepareSummary write(Path folder, Progress.Factory factory) throws IOException {
    SliceRecipe recipe = options.recipe();
    try (StoreWriter writer =
            new StoreWriter(folder, options.source(), split, filter, recipe, source.hasMasks());
        Progress progress = factory.start("preparing", source.cases().size())) {
      CaseCutter cutter =
          new CaseCutter(new Slicer(recipe), options.reader(), labels, options.onlyLabelled());
      List<Callable<Outcome>> tasks = new ArrayList<>();
      source.cases().forEach(one -> tasks.add(() -> outcome(cutter, one)));
      OrderedWork.run(
          tasks,
          options.workers(),
          outcome -> {
            if (outcome.cut().isPresent()) {
              writer.append(outcome.cut().get());
              count(outcome.cut().get());
            }
            outcome.failure().ifPresent(error -> leftOut.failed(outcome.source(), error));
            progress.advance(1);
            progress.note(outcome.source().id());
          });
      return finish(folder, writer);
    }
  }

  /** What became of a case: it was cut, or could not be read. */
  private record Outcome(SourceCase source, Optional<CutCase> cut, Optional<UserError> failure) {}

  private Outcome outcome(CaseCutter cutter, SourceCase one) {
    CaseImages images;
    try {
      images = cutter.read(one);
    } catch (UserError e) {
      if (options.onFailure() == OnFailure.STOP || source.cases().size() == 1) {
        throw e;
      }
      return new Outcome(one, Optional.empty(), Optional.of(e));
    }
    return new Outcome(one, Optional.of(cutter.cut(one, images)), Optional.empty());
  }

  private void count(CutCase cut) {
    if (cut.slices().isEmpty()) {
      leftOut.empty(cut.source());
    }
    dropped += cut.dropped();
    droppedPositives += cut.droppedPositives();
    vanished += cut.vanished();
  }

  private PrepareSummary finish(Path folder, StoreWriter writer) throws IOException {
    List<SliceRecord> slices = writer.slices();
    List<String> read = source.ids().stream().filter(id -> !leftOut.isFailed(id)).toList();
    checkRead(read);
    checkSlices(slices);
    int seen = 1 + slices.stream().mapToInt(SliceRecord::label).max().orElse(0);
    int classes = Math.max(2, Math.max(seen, source.classes().size()));
    SliceTable.write(folder.resolve(SliceTable.FILE), slices);
    split.write(folder.resolve(PatientSplit.FILE));
    recipe(writer, classes).write(folder.resolve(StoreRecipe.FILE));
    ContactSheet sheet = new ContactSheet(writer, options.recipe().size());
    Illustration.write(folder.resolve(ContactSheet.FILE), file -> Png.write(sheet.draw(), file));
    return new PrepareSummary(
        options.store(),
        read.size(),
        slices.size(),
        (int) slices.stream().filter(slice -> !slice.labelled(0)).count(),
        dropped,
        droppedPositives,
        vanished,
        writer.hasMasks(),
        classes,
        source.classes(),
        filter.sizes(),
        PrepareSummary.sides(split, read, slices, classes),
        leftOut.failures(),
        leftOut.all());
  }

  private void checkRead(List<String> read) {
    if (read.isEmpty()) {
      throw new BadFile(
          options.source(),
          "none of the %s cases in %s can be read; the first: %s"
              .formatted(
                  source.cases().size(),
                  options.source(),
                  leftOut.failures().get(0).error().getMessage()));
    }
  }

  private void checkSlices(List<SliceRecord> slices) {
    if (slices.isEmpty()) {
      throw new BadFile(
          options.source(),
          "none of the %s slices in %s has enough content: lower the least content"
              .formatted(dropped, options.source()),
          Remedy.MIN_CONTENT);
    }
    boolean byMasks = labels.isEmpty() && !source.tellsLabels();
    if (byMasks
        && options.object().isPresent()
        && droppedPositives == 0
        && slices.stream().allMatch(slice -> slice.coverage() == 0)) {
      throw new BadFile(
          options.source(),
          "no mask in %s marks the object \"%s\": ask for another object"
              .formatted(options.source(), options.object().get()),
          Remedy.OBJECT);
    }
  }

  private StoreRecipe recipe(StoreWriter writer, int classes) {
    String byDefault = source.tellsLabels() ? "folders" : "masks";
    SplitChoice choice = options.split();
    boolean drawn = choice instanceof SplitChoice.Share && source.split().isEmpty();
    OptionalInt frame = options.reader().frame();
    return new StoreRecipe(
        Version.text(),
        options.recipe(),
        source.layout().name().toUpperCase(Locale.ROOT),
        options.object().orElse(source.layout().object()),
        options.minObject(),
        choice instanceof SplitChoice.Share share && drawn ? share.train() : 0,
        choice instanceof SplitChoice.Fold fold ? fold.count() : 0,
        choice instanceof SplitChoice.Fold fold ? fold.test() : 0,
        seed(choice),
        labels.map(LabelFile::name).orElse(byDefault),
        choice instanceof SplitChoice.Given given ? given.file().getFileName().toString() : null,
        classes,
        source.classes(),
        writer.hasMasks(),
        frame.isPresent() ? frame.getAsInt() : null,
        options.reader().regridding() == Regridding.RESAMPLE ? true : null,
        options.reader().choice().series().orElse(null),
        options.reader().choice().order().orElse(null),
        writer.sources(),
        leftOut.all());
  }

  private long seed(SplitChoice choice) {
    if (choice instanceof SplitChoice.Fold fold) {
      return fold.seed();
    }
    boolean drawn = choice instanceof SplitChoice.Share && source.split().isEmpty();
    return drawn ? ((SplitChoice.Share) choice).seed() : 0;
  }
}
