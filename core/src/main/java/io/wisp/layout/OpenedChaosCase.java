package io.wisp.layout;

import io.wisp.dataset.Axis;
import io.wisp.dataset.CaseImages;
import io.wisp.dataset.ObjectChoice;
import io.wisp.dataset.Plane;
import io.wisp.dataset.ScanReader;
import io.wisp.dataset.SourceCase;
import io.wisp.dataset.VolumeImages;
import io.wisp.volume.ScanSource;
import io.wisp.volume.Volume;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A case of CHAOS whose series are chosen and their headers read.
 *
 * @param files its files, or their folders where all of a folder is meant
 * @param scans one per channel
 * @param pictures the truth
 * @param object which grey values are the object
 */
record OpenedChaosCase(
    String id,
    List<Path> files,
    List<ScanSource> scans,
    Optional<GroundPictures> pictures,
    ObjectChoice object)
    implements SourceCase {

  @Override
  public boolean hasMasks() {
    return pictures.isPresent();
  }

  @Override
  public String missingMask() {
    return "pictures called as its files to its folder Ground (only Train_Sets has it)";
  }

  @Override
  public List<Path> filesRead() {
    List<Path> read = new ArrayList<>();
    scans.forEach(scan -> read.addAll(scan.files()));
    pictures.ifPresent(truth -> read.addAll(truth.files()));
    return read;
  }

  @Override
  public CaseImages read(Axis axis, ScanReader reader) {
    List<String> names = scans.stream().map(OpenedChaosCase::name).toList();
    List<Volume> channels = reader.read(scans, names);
    Volume scan = channels.get(0);
    Optional<Volume> truth = pictures.map(some -> some.volume(scan));
    return new VolumeImages(Plane.of(axis, scan.geometry()), channels, truth, object);
  }

  private static String name(ScanSource scan) {
    String series = scan.series();
    return "the series %s%s".formatted(scan.path(), series.isEmpty() ? "" : ", " + series);
  }
}
