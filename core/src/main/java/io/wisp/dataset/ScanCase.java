package io.wisp.dataset;

import io.wisp.UserError;
import io.wisp.volume.Volume;
import io.wisp.volume.Volumes;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A volume, or several as channels, with or without a mask of the same shape.
 *
 * @param modalities the kinds of scan, one per channel
 * @param scans the files, one per channel
 * @param mask its truth
 * @param missingMask what its mask is called, for errors
 * @param object which values of the mask are the object
 */
public record ScanCase(
    String id,
    List<String> modalities,
    List<Path> scans,
    Optional<Path> mask,
    String missingMask,
    ObjectChoice object)
    implements SourceCase {

  @Override
  public boolean hasMasks() {
    return mask.isPresent();
  }

  @Override
  public List<Path> files() {
    List<Path> files = new ArrayList<>(scans);
    mask.ifPresent(files::add);
    return files;
  }

  @Override
  public CaseImages read(Axis axis) {
    List<Volume> channels = scans.stream().map(Volumes::read).toList();
    Volume first = channels.get(0);
    for (int i = 1; i < channels.size(); i++) {
      checkShape(first, "%s volume".formatted(modalities.get(i)), channels.get(i));
    }
    Optional<Volume> truth = mask.map(Volumes::read);
    truth.ifPresent(volume -> checkShape(first, "mask", volume));
    return new VolumeImages(Plane.of(axis, first.geometry()), channels, truth, object);
  }

  private void checkShape(Volume first, String what, Volume other) {
    if (!first.geometry().sameShape(other.geometry())) {
      throw new UserError(
          "%s volume %s has shape %s but its %s %s: they must lie on the same grid"
              .formatted(
                  modalities.get(0),
                  id,
                  first.geometry().shapeText(),
                  what,
                  other.geometry().shapeText()));
    }
  }
}
