package io.wisp;

import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.target;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.Architectures.LayeredArchitecture;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Holds the direction of dependencies between the packages of the library. */
@AnalyzeClasses(packages = "io.wisp", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
  /** The packages in the order of the work, each with those it may use besides io.wisp itself. */
  private enum Room {
    DICOM,
    VOLUME(DICOM),
    PHANTOM(VOLUME),
    DATASET(VOLUME),
    REPORT,
    SLICES(VOLUME, DATASET, REPORT),
    WEIGHTS,
    ENGINE(WEIGHTS),
    PROOF(ENGINE),
    NETWORK(WEIGHTS, ENGINE, PROOF),
    DIFFUSION(WEIGHTS, ENGINE, NETWORK),
    ACTIVATION(ENGINE, NETWORK, DIFFUSION),
    MASK,
    METRICS,
    CONFIDENCE(MASK, METRICS),
    TRAINING(
        DATASET, SLICES, WEIGHTS, ENGINE, NETWORK, DIFFUSION, ACTIVATION, MASK, METRICS, REPORT),
    EVALUATION(
        VOLUME,
        DATASET,
        SLICES,
        WEIGHTS,
        ENGINE,
        NETWORK,
        DIFFUSION,
        TRAINING,
        ACTIVATION,
        MASK,
        METRICS,
        CONFIDENCE,
        REPORT),
    DISTILLATION(
        DATASET,
        SLICES,
        ENGINE,
        NETWORK,
        ACTIVATION,
        MASK,
        METRICS,
        CONFIDENCE,
        REPORT,
        TRAINING,
        EVALUATION),
    TUNING(
        DATASET,
        SLICES,
        NETWORK,
        ACTIVATION,
        MASK,
        METRICS,
        CONFIDENCE,
        REPORT,
        TRAINING,
        EVALUATION),
    GOLDEN(
        VOLUME,
        SLICES,
        WEIGHTS,
        ENGINE,
        NETWORK,
        DIFFUSION,
        TRAINING,
        ACTIVATION,
        MASK,
        METRICS,
        REPORT,
        EVALUATION),
    REPRODUCTION(
        DATASET,
        SLICES,
        ENGINE,
        NETWORK,
        ACTIVATION,
        MASK,
        METRICS,
        REPORT,
        TRAINING,
        EVALUATION,
        DISTILLATION),
    ABLATION(
        DATASET,
        SLICES,
        ENGINE,
        NETWORK,
        ACTIVATION,
        METRICS,
        REPORT,
        TRAINING,
        EVALUATION,
        REPRODUCTION),
    BENCHMARK(PHANTOM, SLICES, ENGINE, NETWORK, DIFFUSION, ACTIVATION, TRAINING);

    @SuppressWarnings("ImmutableEnumChecker") // List.of is immutable
    private final List<Room> uses;

    Room(Room... uses) {
      this.uses = List.of(uses);
    }

    String packages() {
      return "io.wisp." + name().toLowerCase(Locale.ROOT) + "..";
    }
  }

  @ArchTest static final ArchRule DEPENDENCIES_POINT_ONE_WAY = layers();

  @ArchTest
  static final ArchRule NO_CYCLES =
      slices().matching("io.wisp.(*)..").should().beFreeOfCycles().allowEmptyShould(true);

  @ArchTest
  static final ArchRule ONLY_THE_MODEL_TOUCHES_LIBTORCH =
      noClasses()
          .that()
          .resideOutsideOfPackages(
              Room.ENGINE.packages(),
              Room.PROOF.packages(),
              Room.NETWORK.packages(),
              Room.DIFFUSION.packages(),
              Room.TRAINING.packages(),
              Room.ACTIVATION.packages(),
              Room.EVALUATION.packages(),
              Room.GOLDEN.packages(),
              Room.BENCHMARK.packages())
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.bytedeco..");

  @ArchTest
  static final ArchRule THE_LIBRARY_HAS_NO_CONSOLE = NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;

  /** A fresh machine has no fonts, and a server no screen; text is drawn by report.Typeface. */
  @ArchTest
  static final ArchRule PICTURES_NEED_NO_FONTS_AND_NO_SCREEN =
      noClasses()
          .should()
          .dependOnClassesThat()
          .haveNameMatching("java\\.awt\\.(Font.*|font\\..*|GraphicsEnvironment|Toolkit|Desktop)")
          .orShould()
          .callMethodWhere(target(name("drawString")));

  private static ArchRule layers() {
    LayeredArchitecture layers =
        layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .withOptionalLayers(true)
            .layer("ROOT")
            .definedBy("io.wisp");
    for (Room room : Room.values()) {
      layers = layers.layer(room.name()).definedBy(room.packages());
    }
    layers = layers.whereLayer("ROOT").mayNotAccessAnyLayer();
    for (Room room : Room.values()) {
      layers = layers.whereLayer(room.name()).mayOnlyAccessLayers(withRoot(room.uses));
    }
    return layers.ensureAllClassesAreContainedInArchitecture().allowEmptyShould(true);
  }

  private static String[] withRoot(List<Room> rooms) {
    return Stream.concat(Stream.of("ROOT"), rooms.stream().map(Room::name)).toArray(String[]::new);
  }
}
