package io.wisp.nifti;

import io.wisp.volume.Frames;
import io.wisp.volume.Geometry;
import io.wisp.volume.ScanSource;
import io.wisp.volume.Volume;
import io.wisp.volume.VolumeInfo;
import io.wisp.volume.VolumeStatistics;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A NIfTI file, or a pair by either half. */
record NiftiScan(Path path) implements ScanSource {
  @Override
  public List<Path> files() {
    NiftiName.Parts parts = NiftiName.toRead(path);
    return Stream.of(parts.header(), parts.voxels()).distinct().toList();
  }

  @Override
  public Geometry geometry() {
    try (NiftiReader reader = NiftiReader.open(path)) {
      return reader.geometry();
    }
  }

  @Override
  public Frames frames() {
    try (NiftiReader reader = NiftiReader.open(path)) {
      return FrameMeaning.of(reader.header());
    }
  }

  @Override
  public double step() {
    try (NiftiReader reader = NiftiReader.open(path)) {
      NiftiHeader header = reader.header();
      return header.type().isInteger() ? Math.abs(header.scaling().slope()) : 0;
    }
  }

  @Override
  public Volume read(int frame) {
    try (NiftiReader reader = NiftiReader.open(path)) {
      NiftiHeader header = reader.header();
      FrameMeaning.of(header).check(path, frame);
      reader.skip(frame * header.frameVoxels());
      return reader.readFrame(this);
    }
  }

  @Override
  public VolumeInfo info() {
    try (NiftiReader reader = NiftiReader.open(path)) {
      NiftiHeader header = reader.header();
      VolumeStatistics statistics = new VolumeStatistics(header.middle());
      reader.readAll(statistics::add);
      return VolumeInfo.of(
          header.shape(),
          header.zooms(),
          header.affine(),
          header.type().numpyName(header.order()),
          statistics,
          FrameMeaning.of(header),
          null);
    }
  }
}
