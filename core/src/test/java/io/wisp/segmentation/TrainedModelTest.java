package io.wisp.segmentation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wisp.UserError;
import io.wisp.activation.ActivationMethod;
import io.wisp.activation.ClassActivationKind;
import io.wisp.activation.JudgedMap;
import io.wisp.activation.LabelledImage;
import io.wisp.activation.MapMethod;
import io.wisp.activation.MapMethods;
import io.wisp.activation.MapSettings;
import io.wisp.activation.PerturbationMethod;
import io.wisp.activation.PresenceCalibration;
import io.wisp.activation.RuleMethod;
import io.wisp.activation.RunKind;
import io.wisp.activation.SegmentationMethod;
import io.wisp.activation.TranslationMethod;
import io.wisp.dataset.Split;
import io.wisp.engine.Engine;
import io.wisp.engine.NativeObjects;
import io.wisp.mask.MapSign;
import io.wisp.mask.MaskRecipe;
import io.wisp.mask.Threshold;
import io.wisp.slices.SliceStore;
import io.wisp.testing.SquareStore;
import io.wisp.testing.TinyRun;
import io.wisp.training.ClassifierTask;
import io.wisp.training.DiffusionTask;
import io.wisp.training.FittedPresence;
import io.wisp.training.RunFolder;
import io.wisp.training.RunSettings;
import io.wisp.training.SegmenterTask;
import io.wisp.training.StudentTask;
import io.wisp.weights.NamedArray;
import io.wisp.weights.Safetensors;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Methods by their names, and the networks that they ask. */
class TrainedModelTest {
  private static final List<String> QUICK =
      List.of("cg_diff.noise_level=6", "cg_diff.stride=2", "map.draws=1", "map.noise_levels=[60]");

  @TempDir private static Path folder;
  private static Path store;

  @BeforeAll
  static void train() {
    store = SquareStore.withMasks(folder);
    diffusion("diffusion");
    classifier("classifier");
    classifier("coarse", "diffusion.steps=500");
    segmenter("segmenter");
    student("student");
    diffusion("placed", "network.position=embedding");
  }

  @ParameterizedTest
  @ValueSource(strings = {"cdm", "cg-cdm", "cg-diff", "cg-diff-conditional"})
  void aModelThatIsToldPositionsMapsAndDraws(String method) {
    MapMethod name = MapMethod.named(method);
    try (TrainedModel model = open("placed", "classifier")) {
      assertThat(model.method(name).maps(images()))
          .hasSize(2)
          .allSatisfy(map -> assertThat(map).doesNotContain(Float.NaN));
      assertThat(model.sampler().orElseThrow().sample(1, 2, 3)).hasSize(2);
    }
  }

  @Test
  void aModelThatIsToldPositionsMapsAStore() {
    try (TrainedModel model = open("placed", null);
        SliceStore slices = SliceStore.open(store)) {
      StoreMaps maps =
          new StoreMaps(model, slices, OutlineRecipe.of(PerturbationMethod.CDM, model.settings()));
      assertThat(maps.maps(slices.slices(Split.TEST)))
          .isNotEmpty()
          .allSatisfy(map -> assertThat(map).doesNotContain(Float.NaN));
    }
  }

  /** The methods that do not average a store's training slices. */
  private static Stream<MapMethod> ofAScanAlone() {
    return MapMethods.all().stream().filter(method -> method != RuleMethod.PLACE);
  }

  @ParameterizedTest
  @MethodSource("ofAScanAlone")
  void everyMethodMapsAndPositiveOnesArePositive(MapMethod name) {
    try (TrainedModel model = open("diffusion", "classifier")) {
      ActivationMethod method = model.method(name);
      List<float[]> maps = method.maps(images());
      assertThat(maps)
          .hasSize(2)
          .allMatch(map -> map.length == SquareStore.SIDE * SquareStore.SIDE);
      for (float value : maps.get(0)) {
        assertThat(value).isFinite();
        assertThat(name.signed() || value >= 0).isTrue();
      }
    }
  }

  @ParameterizedTest
  @MethodSource("ofAScanAlone")
  void severalThreadsGetTheSameMaps(MapMethod name) throws InterruptedException {
    try (TrainedModel model = open("diffusion", "classifier")) {
      List<float[]> alone = model.method(name).maps(images());
      List<Thread> threads = new ArrayList<>();
      List<List<float[]>> answers = Collections.synchronizedList(new ArrayList<>());
      for (int i = 0; i < 3; i++) {
        threads.add(new Thread(() -> answers.add(model.method(name).maps(images()))));
      }
      threads.forEach(Thread::start);
      for (Thread thread : threads) {
        thread.join();
      }
      assertThat(answers)
          .hasSize(3)
          .allSatisfy(
              maps ->
                  assertThat(maps.toArray(float[][]::new))
                      .isDeepEqualTo(alone.toArray(float[][]::new)));
    }
  }

  @Test
  void theUsualMethodIsTheFirstForWhichTheRunsSuffice() {
    assertThat(runs("diffusion", "classifier").usualMethod()).isEqualTo(PerturbationMethod.CDM);
    assertThat(runs(null, "classifier").usualMethod()).isEqualTo(ClassActivationKind.values()[0]);
    assertThat(runs(null, null).usualMethod()).isEqualTo(PerturbationMethod.CDM);
    assertThat(ModelRuns.of(RunKind.STUDENT, Path.of("run")).usualMethod())
        .isEqualTo(SegmentationMethod.STUDENT);
    assertThat(ModelRuns.of(RunKind.SEGMENTER, Path.of("run")).usualMethod())
        .isEqualTo(SegmentationMethod.FSL);
  }

  @ParameterizedTest
  @MethodSource("ofAScanAlone")
  void methodsAskForTheNetworkThatTheyLack(MapMethod name) {
    ModelRuns diffusion = runs("diffusion", null);
    ModelRuns classifier = runs(null, "classifier");
    for (RunKind kind : name.asks()) {
      ModelRuns others = kind == RunKind.DIFFUSION ? classifier : diffusion;
      assertThatThrownBy(() -> others.require(name))
          .isInstanceOf(UserError.class)
          .hasMessageContaining(
              name.methodName() + " needs %s, and none is given.", kind.description());
    }
  }

  @Test
  void aClassifierAloneIsEnoughForClassActivationMaps() {
    try (TrainedModel model = open(null, "classifier")) {
      assertThat(model.method(ClassActivationKind.LAYERCAM).maps(images())).hasSize(2);
      assertThat(model.sampler()).isEmpty();
      assertThat(model.folders()).hasSize(1);
    }
  }

  @Test
  void runsInOneAnothersPlaceAreRefused() {
    assertThatThrownBy(() -> open("classifier", null))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("is of a classifier, but a diffusion model is needed here");
    assertThatThrownBy(() -> open("diffusion", "diffusion"))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("is of a diffusion model, but a classifier is needed here");
  }

  @Test
  void aClassifierOfAnotherProcessIsRefused() {
    assertThatThrownBy(() -> open("diffusion", "coarse"))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("in 500 steps")
        .hasMessageContaining("train both on one store");
  }

  @Test
  void networksThatDoNotGoTogetherAreClosed() {
    assertThat(
            NativeObjects.leftBy(
                () ->
                    assertThatThrownBy(() -> open("diffusion", "coarse"))
                        .isInstanceOf(UserError.class)))
        .isZero();
  }

  @Test
  void anOpenedModelClosesAllItsNetworks() {
    assertThat(NativeObjects.leftBy(() -> open("diffusion", "classifier").close())).isZero();
  }

  @Test
  void aNoiseLevelBeyondTheScheduleIsRefused() {
    try (TrainedModel model = open("diffusion", null, "cg_diff.noise_level=1000")) {
      assertThatThrownBy(() -> model.method(TranslationMethod.CG_DIFF_UNGUIDED))
          .isInstanceOf(UserError.class)
          .hasMessageContaining("cg_diff.noise_level is 1000, but diffusion.steps is 1000");
    }
  }

  @Test
  void aStudentAloneIsEnoughAndItsMaskIsWhereItsProbabilityIsAboveItsThreshold() {
    ModelRuns runs = ModelRuns.of(RunKind.STUDENT, folder.resolve("student"));
    List<String> set =
        List.of(
            "student.threshold=0.4",
            "student.refinement={rule: none, radius: 2, epsilon: 0.01}",
            "mask.smoothing=3");
    try (TrainedModel model = TrainedModel.open(runs, Engine.reference(), set)) {
      assertThat(model.method(SegmentationMethod.STUDENT).maps(images())).hasSize(2);
      assertThat(OutlineRecipe.of(SegmentationMethod.STUDENT, model.settings()).mask())
          .isEqualTo(MaskRecipe.published().withThreshold(Threshold.probabilityOfPresent(0.4)));
      assertThat(model.folders()).hasSize(1);
    }
  }

  @Test
  void mapsAndPresenceOfOneEvaluationAreThoseOfTwo() {
    ModelRuns runs = ModelRuns.of(RunKind.STUDENT, folder.resolve("student"));
    try (TrainedModel model = TrainedModel.open(runs, Engine.reference(), List.of())) {
      ActivationMethod student = model.method(SegmentationMethod.STUDENT);
      List<float[]> maps = student.maps(images());
      double[] presence = student.presence().orElseThrow().of(images());
      List<JudgedMap> judged = student.judged(images());
      for (int i = 0; i < maps.size(); i++) {
        assertThat(judged.get(i).map()).isEqualTo(maps.get(i));
        assertThat(judged.get(i).presence()).isEqualTo(presence[i]).isBetween(0.0, 1.0);
      }
    }
  }

  @Test
  void presenceIsCalibratedForTheLabelThatItWasCalibratedFor() {
    segmenter("calibrated");
    PresenceCalibration calibration = new PresenceCalibration(2, 1, 0.25);
    double[] plain = presence("segmenter", "contrast.present=1");
    FittedPresence.keep(
        new RunFolder(folder.resolve("calibrated")),
        Optional.of(new FittedPresence(1, 2, 16, calibration, 1, 0, 0, 1)));
    assertThat(presence("calibrated", "contrast.present=1"))
        .containsExactly(Arrays.stream(plain).map(calibration::probability).toArray());
    assertThat(presence("calibrated", "contrast={present: 0, absent: 1}")).containsExactly(plain);
  }

  private static double[] presence(String run, String setting) {
    ModelRuns runs = ModelRuns.of(RunKind.SEGMENTER, folder.resolve(run));
    try (TrainedModel model = TrainedModel.open(runs, Engine.reference(), List.of(setting))) {
      return model.method(SegmentationMethod.FSL).presence().orElseThrow().of(images());
    }
  }

  @Test
  void guidanceIsRefusedByANetworkThatWasToldEveryLabel() {
    MapSettings guided =
        RunSettings.of("demo", null, List.of("train.label_dropout=0.1", "map.guidance=2")).maps();
    try (TrainedModel model = open("diffusion", null)) {
      assertThatThrownBy(() -> model.method(PerturbationMethod.CDM, guided))
          .isInstanceOf(UserError.class)
          .hasMessageContaining("map.guidance is 2.0, but the network always got the label");
    }
  }

  @Test
  void aStudentInTheSegmentersPlaceIsRefused() {
    ModelRuns runs = ModelRuns.of(RunKind.SEGMENTER, folder.resolve("student"));
    assertThatThrownBy(() -> TrainedModel.open(runs, Engine.reference(), List.of()))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("is of a student, but a segmenter is needed here");
  }

  @ParameterizedTest
  @EnumSource(RunKind.class)
  void weightsThatAreNotFiniteAreRefused(RunKind kind, @TempDir Path place) throws IOException {
    Path broken = place.resolve("broken");
    Files.createDirectory(broken);
    for (String name : List.of("config.yaml", "run.json", "slices.json")) {
      Files.copy(folder.resolve(kind.kindName()).resolve(name), broken.resolve(name));
    }
    RunFolder run = RunFolder.open(broken);
    Map<String, NamedArray> weights =
        new TreeMap<>(
            Safetensors.read(folder.resolve(kind.kindName()).resolve("weights.safetensors"))
                .tensors());
    String bias =
        weights.keySet().stream().filter(name -> name.endsWith(".bias")).findFirst().orElseThrow();
    weights.put(bias, nan(bias, weights.get(bias).shape()));
    Safetensors.write(run.weights(), Map.of(), weights.values());
    ModelRuns runs = ModelRuns.of(kind, broken);
    assertThatThrownBy(() -> TrainedModel.open(runs, Engine.reference(), List.of()))
        .isInstanceOf(UserError.class)
        .hasMessageContaining(
            "%s cannot be used, since %s in it is not finite".formatted(run.weights(), bias));
  }

  private static NamedArray nan(String name, long... shape) {
    float[] values = new float[(int) shape[0]];
    values[values.length - 1] = Float.NaN;
    return NamedArray.ofFloats(name, values, shape);
  }

  @Test
  void aSignMeantForSignedMapsDoesNotTurnPositiveOnes() {
    try (TrainedModel model = open("diffusion", null, "mask.sign=negative")) {
      assertThat(OutlineRecipe.of(PerturbationMethod.CDM, model.settings()).mask().sign())
          .isEqualTo(MapSign.NEGATIVE);
      assertThat(OutlineRecipe.of(ClassActivationKind.LAYERCAM, model.settings()).mask().sign())
          .isEqualTo(MapSign.SIGNED);
    }
  }

  private static TrainedModel open(String diffusion, String classifier, String... settings) {
    List<String> all = new ArrayList<>(QUICK);
    all.addAll(List.of(settings));
    return TrainedModel.open(runs(diffusion, classifier), Engine.reference(), all);
  }

  private static ModelRuns runs(String diffusion, String classifier) {
    Map<RunKind, Path> runs = new EnumMap<>(RunKind.class);
    if (diffusion != null) {
      runs.put(RunKind.DIFFUSION, folder.resolve(diffusion));
    }
    if (classifier != null) {
      runs.put(RunKind.CLASSIFIER, folder.resolve(classifier));
    }
    if (runs.size() == 2) {
      runs.put(RunKind.SEGMENTER, folder.resolve("segmenter"));
      runs.put(RunKind.STUDENT, folder.resolve("student"));
    }
    return new ModelRuns(runs);
  }

  private static void diffusion(String name, String... settings) {
    List<String> all = new ArrayList<>(List.of("train.steps=1"));
    all.addAll(List.of(settings));
    new TinyRun.Session(
            new DiffusionTask(TinyRun.settings(all.toArray(String[]::new))),
            store,
            folder.resolve(name))
        .start();
  }

  private static void classifier(String name, String... settings) {
    List<String> all = new ArrayList<>(List.of("classifier.train.steps=1"));
    all.addAll(List.of(settings));
    new TinyRun.Session(
            new ClassifierTask(TinyRun.settings(all.toArray(String[]::new))),
            store,
            folder.resolve(name))
        .start();
  }

  private static void segmenter(String name) {
    new TinyRun.Session(
            new SegmenterTask(TinyRun.settings("segmenter.train.steps=1")),
            store,
            folder.resolve(name))
        .start();
  }

  private static void student(String name) {
    new TinyRun.Session(
            new StudentTask(
                TinyRun.settings("student.train.steps=1"), 1, (slice, target, offset) -> {}),
            store,
            folder.resolve(name))
        .start();
  }

  private static List<LabelledImage> images() {
    float[] dark = new float[SquareStore.SIDE * SquareStore.SIDE];
    float[] striped = new float[dark.length];
    for (int i = 0; i < striped.length; i++) {
      striped[i] = (float) Math.sin(0.4 * i);
    }
    return List.of(
        new LabelledImage(striped, "striped", 0.2), new LabelledImage(dark, "dark", 0.8));
  }
}
