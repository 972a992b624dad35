package io.wisp.distillation;

import io.wisp.BadFile;
import io.wisp.Progress;
import io.wisp.Remedy;
import io.wisp.StopSignal;
import io.wisp.TargetExists;
import io.wisp.UserError;
import io.wisp.activation.MapMethod;
import io.wisp.activation.RunKind;
import io.wisp.base.FolderLock;
import io.wisp.dataset.PatientSplit;
import io.wisp.dataset.Split;
import io.wisp.engine.Engine;
import io.wisp.network.NetworkProof;
import io.wisp.network.SegmentationNetwork;
import io.wisp.report.Illustration;
import io.wisp.segmentation.OutlineRecipe;
import io.wisp.segmentation.StoreMaps;
import io.wisp.segmentation.TrainedModel;
import io.wisp.slices.SliceStore;
import io.wisp.training.FittedPresence;
import io.wisp.training.HeldBack;
import io.wisp.training.Resumable;
import io.wisp.training.RunFacts;
import io.wisp.training.RunFolder;
import io.wisp.training.RunSettings;
import io.wisp.training.StudentTask;
import io.wisp.training.Training;
import io.wisp.training.Training.Outcome;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Trains a student in rounds: masks for the training patients, a network that learns from them, and
 * again with that network's masks.
 *
 * <pre>{@code
 * Teacher teacher = Teacher.of(Path.of("run"), Optional.empty(), PerturbationMethod.CDM);
 * RunSettings settings = RunFolder.open(Path.of("run")).settings();
 * new Distillation(settings, teacher, engine, store, Path.of("student"))
 *     .start(Training.NO_LIMIT, new StopSignal(), Progress.SILENT);
 * }</pre>
 *
 * Every round is its own training that can resume from its checkpoint, and its masks are on disk
 * before it starts.
 */
public final class Distillation implements Resumable {
  private final RunSettings settings;
  private final Teacher teacher;
  private final Engine engine;
  private final SliceStore store;
  private final StudentFolder folder;

  /**
   * @param settings of the student, including those of maps and masks
   * @param out the student's folder, which {@link #start} makes
   */
  public Distillation(
      RunSettings settings, Teacher teacher, Engine engine, SliceStore store, Path out) {
    this.settings = settings;
    this.teacher = teacher;
    this.engine = engine;
    this.store = store;
    this.folder = new StudentFolder(out);
  }

  @Override
  public Outcome start(Duration limit, StopSignal stop, Progress.Factory progress) {
    try (FolderLock lock = FolderLock.in(folder.path())) {
      begin();
      return rounds(limit, stop, progress);
    }
  }

  private void begin() {
    if (folder.exists()) {
      throw new TargetExists(
          folder.path(),
          "%s holds a run already: resume it, replace it, or choose another folder."
              .formatted(folder.path()),
          Remedy.RESUME,
          Remedy.REPLACE,
          Remedy.OTHER_FOLDER);
    }
    requireAll();
    Engine proven = NetworkProof.proven(settings.segmenterNetwork(), engine);
    long parameters = SegmentationNetwork.parameterCount(settings.segmenterNetwork());
    String name = store.folder().getFileName().toString();
    RunFacts facts = RunFacts.of(RunKind.STUDENT, proven, parameters, name);
    Path split = store.folder().resolve(PatientSplit.FILE);
    folder.keep(teacher);
    folder.run().begin(settings, store.recipe(), split, facts);
  }

  /**
   * Removes an earlier student from the folder, once it is clear that a new one can be trained.
   *
   * @throws UserError if the folder holds a run of another kind, or {@link #start} could not be
   */
  public void clear() {
    requireAll();
    try (FolderLock lock = FolderLock.in(folder.path())) {
      folder.clear();
    }
  }

  private void requireAll() {
    check();
    teacher.requireFit(store);
    settings.student().agree().forEach(teacher.runs()::require);
  }

  @Override
  public Outcome resume(Duration limit, StopSignal stop, Progress.Factory progress) {
    RunFolder run = RunFolder.open(folder.path(), RunKind.STUDENT);
    check();
    try (FolderLock lock = FolderLock.in(folder.path())) {
      run.keep(settings);
      return rounds(limit, stop, progress);
    }
  }

  /**
   * Rejects a store with nothing to learn from, before any work; the teacher need not exist yet.
   *
   * @throws UserError if the store does not fit the settings, or lacks one of the two labels
   */
  public void check() {
    new StudentTask(settings, 1, (slice, target, offset) -> {}).check(store);
    requireSome("with", settings.contrast().present());
    requireSome("without", settings.contrast().absent());
  }

  private void requireSome(String kind, int label) {
    if (store.slices(Split.TRAIN).stream().noneMatch(slice -> slice.labelled(label))) {
      throw new BadFile(
          store.folder(),
          "The store %s has no training slice %s the object, labelled %s: a student learns from both kinds of slices."
              .formatted(store.folder(), kind, label));
    }
  }

  private PseudoFiles pseudo() {
    return folder.pseudo(store, settings.contrast());
  }

  /** A round whose successor has masks is finished; the latest resumes. */
  private Outcome rounds(Duration limit, StopSignal stop, Progress.Factory progress) {
    long deadline = System.nanoTime() + limit.toNanos();
    int first = Math.max(1, pseudo().latest());
    int last = Math.max(first, settings.student().rounds());
    for (int round = first; round <= last; round++) {
      if (round > first && System.nanoTime() >= deadline) {
        return outcome(Ending.STOPPED);
      }
      Optional<PseudoMasks> masks = masks(round, stop, progress);
      if (masks.isEmpty()) {
        return outcome(Ending.STOPPED);
      }
      Duration left = Duration.ofNanos(Math.max(0, deadline - System.nanoTime()));
      if (!train(round, masks.get(), left, stop, progress)) {
        return outcome(Ending.STOPPED);
      }
    }
    return outcome(Ending.FINISHED);
  }

  /** The masks of a round, made if missing; nothing if a stop was requested. */
  private Optional<PseudoMasks> masks(int round, StopSignal stop, Progress.Factory progress) {
    PseudoFiles files = pseudo();
    if (files.latest() < round) {
      SliceWork work = new SliceWork("masks of round " + round, stop, progress);
      Optional<Labelling> made = round == 1 ? taught(work) : relabelled(round, work);
      if (made.isEmpty()) {
        return Optional.empty();
      }
      HeldBack held = HeldBack.of(store, settings.student().train().heldBack());
      files.save(round, requireSome(made.get().without(held)));
      List<PseudoMasks> all = IntStream.rangeClosed(1, round).mapToObj(files::open).toList();
      Illustration.write(folder.sheet(), new PseudoSheet(files, all)::write);
    }
    return Optional.of(files.open(round));
  }

  private Labelling requireSome(Labelling labelling) {
    for (boolean kept : labelling.kept()) {
      if (kept) {
        return labelling;
      }
    }
    throw new UserError(
        "The model of %s finds nothing in any positive training slice of %s: train it longer, or change how masks are made, see mask in its config.yaml."
            .formatted(teacher.model(), store.folder()));
  }

  private Optional<Labelling> taught(SliceWork work) {
    try (TrainedModel model = TrainedModel.open(teacher.runs(), engine, List.of())) {
      List<StoreMaps> others =
          settings.student().agree().stream().map(method -> maps(model, method)).toList();
      return new TeacherLabels(maps(model, teacher.method()), others, settings.student())
          .of(pseudo().slices(), work);
    }
  }

  private StoreMaps maps(TrainedModel model, MapMethod method) {
    return new StoreMaps(model, store, OutlineRecipe.of(method, settings));
  }

  private Optional<Labelling> relabelled(int round, SliceWork work) {
    RunFolder before = folder.round(round - 1);
    PseudoMasks learned = pseudo().open(round - 1);
    try (SegmentationNetwork student =
        SegmentationNetwork.create(settings.segmenterNetwork(), engine, before.averagedWeights())) {
      return new StudentLabels(student, store, settings.student(), learned)
          .of(pseudo().slices(), work);
    }
  }

  /** Trains or resumes a round; says whether it is done. */
  private boolean train(
      int round, PseudoMasks masks, Duration limit, StopSignal stop, Progress.Factory progress) {
    StudentTask task = new StudentTask(settings, round, masks);
    Training training = new Training(task, engine, store, folder.round(round).path());
    boolean finished =
        folder.begun(round)
            ? training.resume(limit, stop, progress).finished()
            : training.start(limit, stop, progress).finished();
    int best = finished ? round : Math.max(1, round - 1);
    folder.run().join(folder.rounds(), folder.round(best));
    FittedPresence.keep(folder.run(), FittedPresence.of(folder.round(best)));
    return finished;
  }

  /** How a call ends. */
  private enum Ending {
    FINISHED,
    STOPPED
  }

  private Outcome outcome(Ending ending) {
    PseudoFiles files = pseudo();
    List<String> remarks = new ArrayList<>();
    for (int round = 1; round <= files.latest(); round++) {
      PseudoMasks masks = files.open(round);
      remarks.add(
          String.format(
              Locale.ROOT,
              "Round %d: masks of %,d of %,d positive slices of the training patients learned from, the %s",
              round,
              masks.kept(),
              masks.count(),
              round == 1 ? "teacher's" : "student's of round " + (round - 1)));
    }
    FittedPresence.of(folder.run()).map(FittedPresence::sentence).ifPresent(remarks::add);
    return new Outcome(
        folder.trainedSteps(), ending == Ending.FINISHED, folder.trainedSeconds(), remarks);
  }
}
