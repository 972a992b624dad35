package io.wisp.layout;

import io.wisp.Remedy;
import io.wisp.UserError;
import io.wisp.dataset.FoundCases;
import io.wisp.dataset.Layout;
import io.wisp.dataset.ObjectChoice;
import io.wisp.dataset.SourceCase;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The layout {@code images} of the published code: pictures in class folders. */
public final class PictureLayout implements Layout {
  @Override
  public String name() {
    return "images";
  }

  @Override
  public String form() {
    return "training|validation/normal|tumor|seg/*.png, or any other classes";
  }

  @Override
  public List<String> modalities() {
    return List.of("picture");
  }

  @Override
  public boolean detect(Path source) {
    return !PictureFolder.classes(source).isEmpty();
  }

  @Override
  public Optional<String> whyLeftOut(Path file, List<String> modalities) {
    if (!PictureKind.isPicture(file)) {
      return Optional.of("no picture");
    }
    Path folder = file.getParent();
    return Optional.of(
        folder.getFileName() != null && folder.getFileName().toString().equalsIgnoreCase("seg")
            ? "a mask without a picture in a class that has masks"
            : "a picture that lies in no class folder of training or validation");
  }

  @Override
  public FoundCases cases(Path source, List<String> modalities, ObjectChoice object) {
    List<SourceCase> found = PictureFolder.find(source, object);
    if (modalities.size() > 1) {
      throw new UserError(
          "pictures in class folders have one channel, but %s kinds of scan are asked for"
              .formatted(modalities.size()),
          Remedy.MODALITY);
    }
    return new FoundCases(found, PictureFolder.classes(source));
  }
}
