package io.wisp.slices;

import io.wisp.Progress;
import io.wisp.UserError;
import io.wisp.Version;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Callable;

/**
 * Makes a store of labelled slices from a folder of cases: find, label, split, cut, write. The same
 * source and options give the same bytes, however many workers there are.
 */
public final class Preparation {
  private final PrepareOptions options;
  private final List<SourceCase> cases;
  private final Layout layout;
  private final Optional<LabelFile> labels;
  private final PatientSplit split;
  private int dropped;
  private int droppedPositives;
  private int vanished;

  private Preparation(PrepareOptions options) {
    this.options = options;
    Path source = options.source();
    if (!Files.isDirectory(source)) {
      throw new UserError("there is no folder %s".formatted(source));
    }
    this.layout = layout(options.layout(), source);
    this.cases =
        layout == Layout.IMAGES
            ? PictureFolder.find(source)
            : BratsFolder.find(source, options.recipe().modality());
    this.labels = options.labels().map(LabelFile::read);
    checkLabelled();
    this.split = split();
  }

  /**
   * Makes the store. It appears in its place when it is complete.
   *
   * @param progress is told of each case
   * @throws UserError if the source, the labels or the split are at fault, or the store exists
   */
  public static PrepareSummary run(PrepareOptions options, Progress.Factory progress) {
    try (StoreFolder folder = StoreFolder.begin(options.store(), options.overwrite())) {
      Preparation preparation = new Preparation(options);
      PrepareSummary summary = preparation.write(folder.path(), progress);
      folder.complete();
      return summary;
    } catch (IOException e) {
      throw new UserError(
          "cannot write the store %s: %s".formatted(options.store(), e.getMessage()), e);
    }
  }

  private static Layout layout(Layout asked, Path source) {
    if (asked != Layout.AUTO) {
      return asked;
    }
    return PictureFolder.isPictureFolder(source) ? Layout.IMAGES : Layout.BRATS;
  }

  private void checkLabelled() {
    labels.ifPresent(file -> file.checkCases(ids(), options.source()));
    if (labels.isPresent() || layout == Layout.IMAGES) {
      return;
    }
    for (SourceCase source : cases) {
      if (!source.hasMasks()) {
        throw new UserError(
            "case %s in %s has no mask to take labels from: add %s_seg.nii.gz, or give --labels with a file of case,slice,label"
                .formatted(source.id(), options.source(), source.id()));
      }
    }
  }

  private PatientSplit split() {
    if (options.splitFile().isPresent()) {
      return PatientSplit.read(options.splitFile().get(), ids());
    }
    if (layout != Layout.IMAGES) {
      return PatientSplit.draw(ids(), options.trainFraction(), options.seed());
    }
    SortedMap<String, Split> sides = new TreeMap<>();
    for (SourceCase source : cases) {
      for (SourceCase.Picture picture : ((SourceCase.Pictures) source).pictures()) {
        Split other = sides.put(source.id(), picture.split());
        if (other != null && other != picture.split()) {
          throw new UserError(
              "patient %s is in both splits, training and validation of %s: give --split-file with one side for it"
                  .formatted(source.id(), options.source()));
        }
      }
    }
    return new PatientSplit(sides);
  }

  private SortedSet<String> ids() {
    return new TreeSet<>(cases.stream().map(SourceCase::id).toList());
  }

  private PrepareSummary write(Path folder, Progress.Factory factory) throws IOException {
    boolean masks = cases.stream().allMatch(SourceCase::hasMasks);
    int size = options.recipe().size();
    try (StoreWriter writer = new StoreWriter(folder, options.source(), split, size, masks);
        Progress progress = factory.start("preparing", cases.size())) {
      CaseCutter cutter = new CaseCutter(new Slicer(options.recipe()), labels);
      List<Callable<CutCase>> tasks = new ArrayList<>();
      cases.forEach(source -> tasks.add(() -> cutter.cut(source)));
      OrderedWork.run(
          tasks,
          options.workers(),
          cut -> {
            writer.append(cut);
            count(cut);
            progress.advance(1);
            progress.note(cut.source().id());
          });
      return finish(folder, writer);
    }
  }

  private void count(CutCase cut) {
    dropped += cut.dropped();
    droppedPositives += cut.droppedPositives();
    vanished += cut.vanished();
  }

  private PrepareSummary finish(Path folder, StoreWriter writer) throws IOException {
    List<SliceRecord> slices = writer.slices();
    if (slices.isEmpty()) {
      throw new UserError(
          "none of the %d slices in %s has enough content: lower --min-content"
              .formatted(dropped, options.source()));
    }
    int classes = Math.max(2, 1 + slices.stream().mapToInt(SliceRecord::label).max().orElse(0));
    SliceTable.write(folder.resolve(SliceTable.FILE), slices);
    split.write(folder.resolve(PatientSplit.FILE));
    recipe(writer, classes).write(folder.resolve(StoreRecipe.FILE));
    ContactSheet.write(folder.resolve(ContactSheet.FILE), writer, options.recipe().size());
    return new PrepareSummary(
        options.store(),
        cases.size(),
        slices.size(),
        (int) slices.stream().filter(SliceRecord::positive).count(),
        dropped,
        droppedPositives,
        vanished,
        writer.hasMasks(),
        classes,
        PrepareSummary.sides(split, slices, classes));
  }

  private StoreRecipe recipe(StoreWriter writer, int classes) {
    String byDefault = layout == Layout.IMAGES ? "folders" : "masks";
    return new StoreRecipe(
        Version.text(),
        options.recipe(),
        layout,
        options.trainFraction(),
        options.seed(),
        labels.map(LabelFile::name).orElse(byDefault),
        options.splitFile().map(file -> file.getFileName().toString()).orElse(null),
        classes,
        writer.hasMasks(),
        writer.sources());
  }
}
