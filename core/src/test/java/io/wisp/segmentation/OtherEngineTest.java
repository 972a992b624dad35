package io.wisp.segmentation;

import static org.assertj.core.api.Assertions.assertThat;

import io.wisp.SegmentationEngine;
import io.wisp.ThirdParty;
import io.wisp.activation.ActivationMethod;
import io.wisp.activation.LabelledImage;
import io.wisp.activation.MethodInputs;
import io.wisp.activation.RunKind;
import io.wisp.activation.SegmentationMethod;
import io.wisp.activation.TrainingSlices;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A student computed by somebody else's engine, where LibTorch is never loaded. */
public class OtherEngineTest {
  @TempDir private Path folder;

  @Test
  void anEngineOnTheClassPathComputesTheStudentsThatItKnows() throws Exception {
    ThirdParty library =
        new ThirdParty(folder).with(SegmentationEngine.class, BrightnessEngine.class);

    assertThat(library.run(Work.class)).isEqualTo("[0.0, 0.5][1.0, 0.25][0.0, 0.0] 2+1 closed");
  }

  /** The brighter, the more probable; for runs with a file of its own. */
  public static final class BrightnessEngine implements SegmentationEngine {
    @Override
    public Optional<Segmenter> open(Path run) {
      return Files.exists(run.resolve("student.bright"))
          ? Optional.of(new Brightness(new StringBuilder()))
          : Optional.empty();
    }
  }

  private record Brightness(StringBuilder log) implements SegmentationEngine.Segmenter {
    @Override
    public List<float[]> probabilities(List<float[]> images, int side) {
      log.append(log.isEmpty() ? "" : "+").append(images.size());
      return images.stream().map(Brightness::probability).toList();
    }

    private static float[] probability(float[] image) {
      float[] result = new float[image.length];
      for (int i = 0; i < image.length; i++) {
        result[i] = (image[i] + 1) / 2;
      }
      return result;
    }

    @Override
    public void close() {
      log.append(" closed");
    }

    @Override
    public String toString() {
      return log.toString();
    }
  }

  /** Three images by a student, two of them together. */
  public static final class Work implements Callable<String> {
    @Override
    public String call() throws Exception {
      Path run = Files.createTempDirectory("student");
      assertThat(OpenNetworks.elsewhere(run)).isEmpty();
      Files.createFile(run.resolve("student.bright"));
      SegmentationEngine.Segmenter network = OpenNetworks.elsewhere(run).orElseThrow();
      OpenNetworks networks = new OpenNetworks(Map.of(), Map.of(RunKind.STUDENT, network));
      ActivationMethod method =
          SegmentationMethod.STUDENT.make(
              new MethodInputs(
                  networks.own(),
                  networks.methodsElsewhere(1, 2),
                  null,
                  null,
                  null,
                  1,
                  2,
                  TrainingSlices.NONE));
      List<float[]> maps =
          method.maps(
              Stream.of(new float[] {-1, 0}, new float[] {1, -0.5f}, new float[] {-1, -1})
                  .map(pixels -> new LabelledImage(pixels, "", 0))
                  .toList());
      networks.close();
      StringBuilder text = new StringBuilder();
      maps.forEach(map -> text.append(Arrays.toString(map)));
      return text.append(' ').append(network).toString();
    }
  }
}
