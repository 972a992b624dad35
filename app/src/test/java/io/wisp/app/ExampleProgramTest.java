package io.wisp.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.wisp.Progress;
import io.wisp.base.Version;
import io.wisp.phantom.Phantom;
import io.wisp.phantom.PhantomFolder;
import io.wisp.phantom.PhantomGrid;
import io.wisp.volume.Volumes;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * The program in the folder {@code example}, built by a Maven of its own. It finds the library in a
 * repository that is this build's own, and all else in the user's by symbolic links: nothing is
 * downloaded or copied twice, and no jar of this build stays behind for another to find.
 */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "symbolic links need a privilege there")
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class ExampleProgramTest {
  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
  private static final List<String> FILES =
      List.of("pom.xml", "src/main/java/module-info.java", "src/main/java/outline/Outline.java");

  @TempDir private Path folder;

  @Test
  void itPreparesTrainsAndOutlinesAScan() throws Exception {
    Optional<Path> jar = packagedCore();
    assumeThat(jar).as("the jar of core, which `mvn verify` makes before").isPresent();
    Path repository = repository(jar.get());
    Path scans = folder.resolve("scans");
    new PhantomFolder(scans, PhantomFolder.Existing.REFUSE)
        .write(new Phantom(7, new PhantomGrid(64, 8)), 3, Progress.SILENT);
    Path scan = scans.resolve("phantom_000/phantom_000_flair.nii.gz");
    Path out = folder.resolve("out");

    build(repository, scans, scan, out);

    assertThat(Volumes.read(out.resolve("mask.nii.gz")).geometry())
        .isEqualTo(Volumes.read(scan).geometry());
  }

  private static Optional<Path> packagedCore() {
    String name = "wisp-core-" + Version.text() + ".jar";
    return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
        .map(Path::of)
        .filter(path -> path.endsWith(name))
        .findFirst();
  }

  private Path repository(Path jar) throws IOException {
    Path users = Path.of(System.getProperty("maven.repository"));
    Path repository = Files.createDirectories(folder.resolve("repository"));
    link(users, repository, "io");
    link(users.resolve("io"), Files.createDirectory(repository.resolve("io")), "wisp");
    Path wisp = repository.resolve("io/wisp");
    install(ROOT.resolve("pom.xml"), wisp, "wisp-parent", "pom");
    install(ROOT.resolve("core/pom.xml"), wisp, "wisp-core", "pom");
    install(jar, wisp, "wisp-core", "jar");
    return repository;
  }

  private static void link(Path from, Path to, String except) throws IOException {
    try (Stream<Path> all = Files.list(from)) {
      for (Path one : all.filter(path -> !path.endsWith(except)).toList()) {
        Files.createSymbolicLink(to.resolve(one.getFileName()), one);
      }
    }
  }

  private static void install(Path file, Path group, String artifact, String type)
      throws IOException {
    Path place = Files.createDirectories(group.resolve(artifact).resolve(Version.text()));
    Files.copy(file, place.resolve(artifact + "-" + Version.text() + "." + type));
  }

  private void build(Path repository, Path scans, Path scan, Path out) throws Exception {
    Path project = folder.resolve("example");
    for (String file : FILES) {
      Path copy = project.resolve(file);
      Files.createDirectories(copy.getParent());
      Files.copy(ROOT.resolve("example").resolve(file), copy);
    }
    Process maven =
        new ProcessBuilder(
                Path.of(System.getProperty("maven.home"), "bin", "mvn").toString(),
                "-B",
                "-Dmaven.repo.local=" + repository,
                "compile",
                "exec:exec",
                "-Dscans=" + scans,
                "-Dscan=" + scan,
                "-Dout=" + out)
            .directory(project.toFile())
            .redirectErrorStream(true)
            .start();
    String said = new String(maven.getInputStream().readAllBytes(), UTF_8);
    assertThat(maven.waitFor()).as(said).isZero();
  }
}
