package io.wisp.layout;

import io.wisp.UserError;
import io.wisp.dataset.Axis;
import io.wisp.dataset.CaseImages;
import io.wisp.dataset.ObjectChoice;
import io.wisp.dataset.Plane;
import io.wisp.dataset.ScanReader;
import io.wisp.dataset.SourceCase;
import io.wisp.dataset.VolumeImages;
import io.wisp.volume.Volume;
import io.wisp.volume.Volumes;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A case of CHAOS: DICOM series, one per channel, and grey pictures that name the organs.
 *
 * @param series folders of DICOM files
 * @param ground the folder of the pictures
 * @param object which grey values are the object
 */
record ChaosCase(String id, List<Path> series, Optional<Path> ground, ObjectChoice object)
    implements SourceCase {

  @Override
  public boolean hasMasks() {
    return ground.isPresent();
  }

  @Override
  public String missingMask() {
    return "its folder Ground (only Train_Sets has it)";
  }

  @Override
  public List<Path> files() {
    List<Path> folders = new ArrayList<>(series);
    ground.ifPresent(folders::add);
    return folders;
  }

  @Override
  public List<Path> filesRead(ScanReader reader) {
    List<Path> read = new ArrayList<>();
    series.forEach(folder -> read.addAll(slices(folder, reader)));
    ground.ifPresent(folder -> read.addAll(new GroundPictures(id, folder).files()));
    return read;
  }

  /** The files of a series; its folder where it cannot be opened, which reading it tells. */
  private static List<Path> slices(Path folder, ScanReader reader) {
    try {
      return Volumes.open(folder, reader.choice()).files();
    } catch (UserError e) {
      return List.of(folder);
    }
  }

  @Override
  public CaseImages read(Axis axis, ScanReader reader) {
    List<String> names = series.stream().map(folder -> "the series " + folder).toList();
    List<Volume> channels = reader.channels(series, names);
    Volume scan = channels.get(0);
    Optional<Volume> truth = ground.map(folder -> new GroundPictures(id, folder).volume(scan));
    return new VolumeImages(Plane.of(axis, scan.geometry()), channels, truth, object);
  }
}
