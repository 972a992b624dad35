package io.wisp.evaluation;

import io.wisp.Progress;
import io.wisp.dataset.Plane;
import io.wisp.dataset.VolumeImages;
import io.wisp.metrics.ScanScore;
import io.wisp.segmentation.ScanSegmentation;
import io.wisp.segmentation.SegmentedScan;
import io.wisp.segmentation.SegmentedSlice;
import io.wisp.slices.SliceRecord;
import io.wisp.volume.Volume;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Outlines scans as {@code wisp segment} does, and scores them on their own grids.
 *
 * @param segmentation makes the masks
 * @param source of the scans
 * @param which slices are outlined
 */
record OwnGridScans(ScanSegmentation segmentation, SourceScans source, ScanSlices which)
    implements ScanOutlines {

  @Override
  public ScanResolution resolution() {
    return ScanResolution.SCAN;
  }

  @Override
  public OutlinedScan of(List<SliceRecord> slices, Progress bar) {
    String name = slices.get(0).caseId();
    VolumeImages scan = source.read(name);
    Progress.Factory inside = (task, total) -> new Inside(bar);
    SegmentedScan found =
        which == ScanSlices.CLASSIFIED
            ? segmentation.runClassified(name, scan.channels(), inside)
            : segmentation.run(name, scan.channels(), inside);
    bar.advance(slices.size());
    Map<Integer, OutlinedScan.Mapped> mapped = new HashMap<>();
    for (SegmentedSlice one : found.slices()) {
      mapped.put(
          one.slice().index(), OutlinedScan.Mapped.of(one.map(), one.foreground(), one.mask()));
    }
    return new OutlinedScan(score(name, scan, found), mapped, found.presence());
  }

  /** Voxels lie in memory with the first axis fastest, so that axes are told from the last. */
  private static ScanScore score(String name, VolumeImages scan, SegmentedScan found) {
    Volume mask = found.mask();
    int[] shape = mask.geometry().shape();
    double[] spacing = spacing(scan.plane());
    return ScanScore.of(
        name,
        scan.count(),
        marked(mask.voxels()),
        scan.object().in(scan.mask().orElseThrow().voxels()),
        found.map().voxels(),
        new int[] {shape[2], shape[1], shape[0]},
        new double[] {spacing[2], spacing[1], spacing[0]});
  }

  /** Along each axis of the array, in mm; NaN where unknown. */
  private static double[] spacing(Plane plane) {
    double[] spacing = new double[3];
    spacing[plane.axis()] = plane.sliceSpacing();
    spacing[plane.axis() == 0 ? 1 : 0] = plane.columnSpacing();
    spacing[plane.axis() == 2 ? 1 : 2] = plane.rowSpacing();
    return spacing;
  }

  private static boolean[] marked(float[] mask) {
    boolean[] marked = new boolean[mask.length];
    for (int i = 0; i < marked.length; i++) {
      marked[i] = mask[i] > 0;
    }
    return marked;
  }

  /** Shows nothing, but lets the work be stopped. */
  private record Inside(Progress bar) implements Progress {
    @Override
    public void advance(long count) {
      bar.advance(0);
    }

    @Override
    public void note(String text) {}

    @Override
    public void close() {}
  }
}
