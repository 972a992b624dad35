package io.wisp.lab;

import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.target;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.Architectures.LayeredArchitecture;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Checks the direction of dependencies between the packages of the library. */
@AnalyzeClasses(packages = "io.wisp", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
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
              Room.SEGMENTATION.packages(),
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

  /** No arrow of the table is one that the code does not have. */
  @ArchTest
  static void everyPermittedArrowExists(JavaClasses classes) {
    Set<String> found =
        classes.stream()
            .flatMap(from -> from.getDirectDependenciesFromSelf().stream())
            .map(arrow -> arrow(arrow.getOriginClass(), arrow.getTargetClass()))
            .collect(Collectors.toSet());
    List<String> unused =
        Stream.of(Room.values())
            .flatMap(room -> room.uses().stream().map(used -> room.title() + " " + used.title()))
            .filter(arrow -> !found.contains(arrow))
            .toList();
    assertThat(unused).isEmpty();
  }

  private static String arrow(JavaClass from, JavaClass to) {
    return from.getPackageName().replace("io.wisp.", "")
        + " "
        + to.getBaseComponentType().getPackageName().replace("io.wisp.", "");
  }

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
      layers = layers.whereLayer(room.name()).mayOnlyAccessLayers(withShared(room.uses()));
    }
    return layers.ensureAllClassesAreContainedInArchitecture().allowEmptyShould(true);
  }

  private static String[] withShared(List<Room> rooms) {
    return Stream.concat(Stream.of("ROOT", Room.BASE.name()), rooms.stream().map(Room::name))
        .toArray(String[]::new);
  }
}
