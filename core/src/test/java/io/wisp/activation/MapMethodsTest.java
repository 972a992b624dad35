package io.wisp.activation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wisp.UserError;
import io.wisp.training.RunSettings;
import java.io.File;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MapMethodsTest {
  /** A method of somebody else, with settings of its own: the pixels, times a factor. */
  public static final class Brightness implements MapMethod {
    static final MethodSection<Settings> SECTION =
        new MethodSection<>("brightness", Settings.class, new Settings(1));

    record Settings(double factor) implements MethodSettings {}

    @Override
    public String methodName() {
      return "brightness";
    }

    @Override
    public String title() {
      return "Brightness";
    }

    @Override
    public MethodType type() {
      return MethodType.CAM;
    }

    @Override
    public Set<RunKind> asks() {
      return Set.of(RunKind.DIFFUSION);
    }

    @Override
    public List<MethodSection<?>> sections() {
      return List.of(SECTION);
    }

    @Override
    public ActivationMethod make(MethodInputs inputs) {
      float factor = (float) inputs.settings(SECTION).factor();
      return images -> images.stream().map(image -> times(image.pixels(), factor)).toList();
    }

    private static float[] times(float[] pixels, float factor) {
      float[] map = pixels.clone();
      for (int p = 0; p < map.length; p++) {
        map[p] *= factor;
      }
      return map;
    }
  }

  /** What runs where the method is on the class path: its name, and its setting in a preset. */
  public static final class Look implements Runnable {
    @Override
    public void run() {
      MapMethod method = MapMethod.named("brightness");
      RunSettings settings = RunSettings.of("demo", null, List.of("brightness.factor=2.5"));
      RunSettings read = RunSettings.of(io.wisp.SettingsTree.tree(settings), List.of());
      assertThat(read).isEqualTo(settings);
      assertThat(method.settings(read.maps())).isEqualTo(new Brightness.Settings(2.5));
      assertThat(settings.useAssignments()).contains("brightness={\"factor\":2.5}");
    }
  }

  @Test
  void aMethodOfOthersIsFoundWithItsSettings(@TempDir Path folder) throws Exception {
    Path services = Files.createDirectories(folder.resolve("META-INF/services"));
    Files.writeString(services.resolve(MapMethod.class.getName()), Brightness.class.getName());
    List<URL> places =
        Stream.concat(
                Stream.of(folder.toUri()),
                Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                    .map(place -> Path.of(place).toUri()))
            .map(MapMethodsTest::url)
            .toList();
    ClassLoader own = ClassLoader.getPlatformClassLoader();
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    try (URLClassLoader apart = new URLClassLoader(places.toArray(URL[]::new), own)) {
      thread.setContextClassLoader(apart);
      Class<?> look = apart.loadClass(Look.class.getName());
      ((Runnable) look.getDeclaredConstructor().newInstance()).run();
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  private static URL url(URI place) {
    try {
      return place.toURL();
    } catch (MalformedURLException e) {
      throw new IllegalArgumentException(e);
    }
  }

  @Test
  void everyMethodHasANameOfItsOwnAndASection() {
    assertThat(MapMethods.names()).doesNotHaveDuplicates().contains("cdm", "student");
    assertThat(MapMethods.all()).allSatisfy(method -> assertThat(method.sections()).isNotEmpty());
    assertThat(MapMethods.sections())
        .extracting(MethodSection::name)
        .containsExactly("map", "cg_cdm", "cg_diff", "cam", "fsl", "student");
  }

  @Test
  void anUnknownNameIsRefused() {
    assertThatThrownBy(() -> MapMethod.named("cdn"))
        .isInstanceOf(UserError.class)
        .hasMessageStartingWith("There is no method 'cdn'; there are: cdm, cg-cdm,");
  }
}
