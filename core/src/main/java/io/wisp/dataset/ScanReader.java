package io.wisp.dataset;

import io.wisp.grid.ScanGrid;
import io.wisp.volume.Regridding;
import io.wisp.volume.ScanFormat;
import io.wisp.volume.ScanSource;
import io.wisp.volume.Volume;
import io.wisp.volume.Volumes;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/**
 * How the scans and masks of a case are read.
 *
 * @param frame which frame of scans that have several, counted from 0; without it they are refused
 * @param regridding what may be done to bring channels and masks onto the grid of their scan
 * @param choice which series of scans that lie together; masks have one only; it takes over what
 *     may be resampled
 */
public record ScanReader(OptionalInt frame, Regridding regridding, ScanFormat.Choice choice) {
  /** Refuses scans of several frames or series, and what would have to be resampled. */
  public static final ScanReader STRICT =
      new ScanReader(OptionalInt.empty(), Regridding.EXACT, ScanFormat.Choice.NONE);

  public ScanReader {
    choice = new ScanFormat.Choice(choice.series(), choice.order(), regridding);
  }

  public ScanReader withFrame(int index) {
    return new ScanReader(OptionalInt.of(index), regridding, choice);
  }

  public ScanReader withRegridding(Regridding other) {
    return new ScanReader(frame, other, choice);
  }

  public ScanReader withChoice(ScanFormat.Choice other) {
    return new ScanReader(frame, regridding, other);
  }

  /**
   * The channels of a scan, on the grid of the first.
   *
   * @param files or folders, one per channel
   * @param names what the channels are called, for errors: {@code flair volume BraTS_007}, {@code
   *     its t1 volume}
   * @throws io.wisp.UserError if a file is damaged, a frame must be chosen, or grids differ
   */
  public List<Volume> channels(List<Path> files, List<String> names) {
    return read(files.stream().map(file -> Volumes.open(file, choice)).toList(), names);
  }

  /** As {@link #channels}, of scans that have been opened, one per channel. */
  public List<Volume> read(List<ScanSource> scans, List<String> names) {
    Volume first = Volumes.read(scans.get(0), frame);
    ScanGrid grid = grid(names.get(0), first);
    List<Volume> channels = new ArrayList<>(List.of(first));
    for (int i = 1; i < scans.size(); i++) {
      channels.add(grid.image(names.get(i), beside(scans.get(i))));
    }
    return List.copyOf(channels);
  }

  /**
   * The mask of a scan, on its grid; values are labels, rounded.
   *
   * @param name what the scan is called, for errors
   * @throws io.wisp.UserError if the file is damaged, a value is no label, or grids differ
   */
  Volume mask(String name, Volume scan, Path file) {
    ScanSource source = Volumes.open(file);
    Volume labels = LabelValues.rounded(beside(source), file, source.step());
    return grid(name, scan).labels("its mask", labels);
  }

  private ScanGrid grid(String name, Volume scan) {
    return new ScanGrid(name, scan.geometry(), regridding);
  }

  /** A frame is asked of the scan; what lies beside it may have one only. */
  private Volume beside(ScanSource source) {
    return source.frames().count() == 1 ? source.read(0) : Volumes.read(source, frame);
  }
}
