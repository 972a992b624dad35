package io.wisp.activation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wisp.ThirdParty;
import io.wisp.UserError;
import io.wisp.base.SettingsTree;
import io.wisp.training.RunSettings;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MapMethodsTest {
  /** A method of somebody else, with settings of its own: the pixels, times a factor. */
  public static final class Brightness implements MapMethod {
    static final MethodSection<Settings> SECTION =
        new MethodSection<>("brightness", Settings.class, new Settings(1));

    record Settings(double factor) implements MethodSettings {}

    @Override
    public MethodDescription description() {
      return new MethodDescription(
          "brightness",
          "Brightness",
          MethodType.CAM,
          Set.of(RunKind.DIFFUSION),
          List.of(SECTION),
          "");
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

  /** The method's setting, from a preset and back to assignments. */
  public static final class Work implements Callable<String> {
    @Override
    public String call() {
      RunSettings settings = RunSettings.of("demo", null, List.of("brightness.factor=2.5"));
      RunSettings read = RunSettings.of(SettingsTree.tree(settings), List.of());
      assertThat(read).isEqualTo(settings);
      assertThat(settings.useAssignments()).contains("brightness={\"factor\":2.5}");
      return MapMethod.named("brightness").settings(read.maps()).toString();
    }
  }

  @Test
  void methodsOfOthersAreFoundWithTheirSettings(@TempDir Path folder) throws Exception {
    ThirdParty library = new ThirdParty(folder).with(MapMethod.class, Brightness.class);
    assertThat(library.run(Work.class)).isEqualTo("Settings[factor=2.5]");
  }

  @Test
  void everyMethodHasANameOfItsOwnAndASection() {
    assertThat(MapMethods.names()).doesNotHaveDuplicates().contains("cdm", "student");
    assertThat(MapMethods.all()).allSatisfy(method -> assertThat(method.sections()).isNotEmpty());
    assertThat(MapMethods.sections())
        .extracting(MethodSection::name)
        .containsExactly("map", "cg_cdm", "cg_diff", "cam", "fsl", "student", "rule");
  }

  @Test
  void anUnknownNameIsRefused() {
    assertThatThrownBy(() -> MapMethod.named("cdn"))
        .isInstanceOf(UserError.class)
        .hasMessageStartingWith("There is no method 'cdn'; there are: cdm, cg-cdm,");
  }
}
