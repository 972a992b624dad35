package io.wisp.lab;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import io.wisp.UserError;
import java.io.IOException;
import java.io.InputStream;
import java.lang.module.ModuleDescriptor;
import java.net.URI;
import java.net.URL;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What the library's module lets others see. */
class LibraryModuleTest {
  private static final int LARGEST_FACE = 45;

  private static final JavaClasses LIBRARY =
      new ClassFileImporter().withImportOption(new DoNotIncludeTests()).importPackages("io.wisp");

  private final ModuleDescriptor module = module();

  @Test
  void theFaceIsSmall() {
    assertThat(face())
        .containsExactlyInAnyOrder("io.wisp", "io.wisp.api", "io.wisp.dataset", "io.wisp.volume");
    assertThat(
            LIBRARY.stream()
                .filter(one -> face().contains(one.getPackageName()))
                .filter(
                    one ->
                        one.isTopLevelClass() && one.getModifiers().contains(JavaModifier.PUBLIC)))
        .hasSizeLessThanOrEqualTo(LARGEST_FACE);
  }

  /** Records are written and read by reflection, which finds closed packages only when it runs. */
  @Test
  void packagesOfRecordsAreOpenToWhatWritesThem() {
    Set<String> open =
        module.opens().stream()
            .filter(one -> one.targets().contains("com.fasterxml.jackson.databind"))
            .map(ModuleDescriptor.Opens::source)
            .collect(Collectors.toCollection(TreeSet::new));
    Set<String> wanted =
        LIBRARY.stream()
            .filter(JavaClass::isRecord)
            .map(JavaClass::getPackageName)
            .filter(module.packages()::contains)
            .filter(name -> !name.equals("io.wisp") && !name.equals("io.wisp.api"))
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(open).isEqualTo(wanted);
  }

  private Set<String> face() {
    return module.exports().stream()
        .filter(one -> !one.isQualified())
        .map(ModuleDescriptor.Exports::source)
        .collect(Collectors.toSet());
  }

  /** That of the library's jar or folder, for tests run on the class path. */
  private static ModuleDescriptor module() {
    try {
      URL type = UserError.class.getResource("UserError.class");
      URL own =
          URI.create(type.toString().replace("io/wisp/UserError.class", "module-info.class"))
              .toURL();
      try (InputStream stream = own.openStream()) {
        return ModuleDescriptor.read(
            stream,
            () ->
                LIBRARY.stream()
                    .filter(
                        one ->
                            one.getSource()
                                .orElseThrow()
                                .getUri()
                                .toString()
                                .replace("file:///", "file:/")
                                .startsWith(own.toString().replace("module-info.class", "")))
                    .map(JavaClass::getPackageName)
                    .collect(Collectors.toSet()));
      }
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
