package io.wisp.dataset;

import io.wisp.volume.Volume;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A volume, or several as channels, with or without a mask.
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
  public CaseImages read(Axis axis, ScanReader reader) {
    List<String> names = names();
    List<Volume> channels = reader.channels(scans, names);
    Volume first = channels.get(0);
    Optional<Volume> truth = mask.map(file -> reader.mask(names.get(0), first, file));
    return new VolumeImages(Plane.of(axis, first.geometry()), channels, truth, object);
  }

  private List<String> names() {
    List<String> names = new ArrayList<>();
    for (String modality : modalities) {
      names.add((names.isEmpty() ? "%s volume " + id : "its %s volume").formatted(modality));
    }
    return names;
  }
}
