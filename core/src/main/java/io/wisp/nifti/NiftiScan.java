package io.wisp.nifti;

import io.wisp.UserError;
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
  public Volume read(int frame) {
    try (NiftiReader reader = NiftiReader.open(path)) {
      NiftiHeader header = reader.header();
      if (frame < 0 || frame >= header.frames()) {
        throw new UserError(
            "%s has no frame %s: its frames are 0 to %s."
                .formatted(path, frame, header.frames() - 1));
      }
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
          null);
    }
  }
}
