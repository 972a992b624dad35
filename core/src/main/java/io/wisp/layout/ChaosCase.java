package io.wisp.layout;

import io.wisp.UserError;
import io.wisp.dataset.Axis;
import io.wisp.dataset.CaseImages;
import io.wisp.dataset.Layouts;
import io.wisp.dataset.ObjectChoice;
import io.wisp.dataset.ScanReader;
import io.wisp.dataset.SourceCase;
import io.wisp.volume.ScanSource;
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
  public List<SourceCase> opened(ScanReader reader) {
    try {
      if (series.size() > 1 || !reader.choice().isAll()) {
        return List.of(whole(series.stream().map(one -> open(one, reader)).toList()));
      }
      List<ScanSource> all = Volumes.openAll(series.get(0), reader.choice());
      return all.size() == 1 ? List.of(whole(all)) : all.stream().map(this::alone).toList();
    } catch (UserError e) {
      return List.of(new IncompleteCase(id, files(), e));
    }
  }

  private static ScanSource open(Path folder, ScanReader reader) {
    return Volumes.open(folder, reader.choice());
  }

  private SourceCase whole(List<ScanSource> scans) {
    scans.forEach(ScanSource::files); // tells what is wrong with it
    Optional<GroundPictures> pictures = ground.map(folder -> GroundPictures.of(id, folder));
    return new OpenedChaosCase(id, files(), scans, pictures, object);
  }

  /** One of several series in the folder, with those pictures that are called as its files. */
  private SourceCase alone(ScanSource scan) {
    String name = Layouts.ofSeries(id, scan.seriesKey());
    List<Path> files;
    try {
      files = scan.files();
    } catch (UserError e) {
      return new IncompleteCase(name, List.of(scan.path()), e);
    }
    Optional<GroundPictures> pictures =
        ground
            .map(folder -> GroundPictures.of(name, folder).calledAs(files))
            .filter(some -> !some.files().isEmpty());
    return new OpenedChaosCase(name, files, List.of(scan), pictures, object);
  }

  @Override
  public CaseImages read(Axis axis, ScanReader reader) {
    List<SourceCase> opened = opened(reader);
    if (opened.size() > 1) {
      throw new IllegalStateException(id + " holds several cases: read each");
    }
    return opened.get(0).read(axis, reader);
  }
}
