package io.wisp.golden;

import io.wisp.UserError;
import io.wisp.base.CloseOnFailure;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The golden files inside Wisp, unpacked while they are in use, since files are mapped. */
final class ShippedGoldens implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(ShippedGoldens.class);

  static final List<String> NAMES =
      List.of(
          "algorithm1.safetensors",
          "cams.safetensors",
          "cgdiff.safetensors",
          "diffusion.safetensors",
          "encoder_adaptive.safetensors",
          "encoder_attention.safetensors",
          "metrics.safetensors",
          "otsu.safetensors",
          "schedule.safetensors",
          "unet_basic.safetensors",
          "unet_paper_like.safetensors",
          "unet_updown.safetensors");

  private final Path folder;

  private ShippedGoldens(Path folder) {
    this.folder = folder;
  }

  static ShippedGoldens unpack() {
    try (CloseOnFailure opened = new CloseOnFailure()) {
      ShippedGoldens shipped =
          opened.add(new ShippedGoldens(Files.createTempDirectory("wisp-golden-")));
      for (String name : NAMES) {
        try (InputStream in = ShippedGoldens.class.getResourceAsStream(name)) {
          Files.copy(in, shipped.folder.resolve(name));
        }
      }
      opened.keep();
      return shipped;
    } catch (IOException e) {
      throw new UserError(
          "The golden files cannot be unpacked into the folder for temporary files, %s: %s"
              .formatted(System.getProperty("java.io.tmpdir"), e.getMessage()),
          e);
    }
  }

  Path folder() {
    return folder;
  }

  /** Removes the files; one that is still mapped is removed when Java exits. */
  @Override
  public void close() {
    remove(folder, NAMES.stream().map(folder::resolve).toList());
  }

  private static void remove(Path folder, List<Path> files) {
    folder.toFile().deleteOnExit();
    files.forEach(file -> file.toFile().deleteOnExit());
    try {
      for (Path file : files) {
        Files.deleteIfExists(file);
      }
      Files.deleteIfExists(folder);
    } catch (IOException e) {
      LOG.info("{} stays until Java ends", folder, e);
    }
  }
}
