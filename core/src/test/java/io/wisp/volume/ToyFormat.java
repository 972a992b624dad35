package io.wisp.volume;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A format of somebody else's: text files of which each byte is a voxel. */
public final class ToyFormat implements ScanFormat, MaskFormat {
  @Override
  public String title() {
    return "toy (.toy)";
  }

  @Override
  public List<String> endings() {
    return List.of(".toy");
  }

  @Override
  public boolean recognises(Path path) {
    return path.toString().endsWith(".toy");
  }

  @Override
  public List<Path> find(Path folder, List<Path> files) {
    return files.stream().filter(this::recognises).toList();
  }

  @Override
  public ScanSource open(Path path) {
    return new ToyScan(path);
  }

  @Override
  public String name() {
    return "toy";
  }

  @Override
  public String ending() {
    return ".toy";
  }

  /** Begins with the name of the scan that the mask is of. */
  @Override
  public void writeMask(Path file, Volume mask) {
    String text = mask.source().orElseThrow().path().getFileName() + " has ";
    for (float voxel : mask.voxels()) {
      text += voxel > 0 ? "1" : "0";
    }
    try {
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void writeMap(Path file, Volume map) {
    writeMask(file, map);
  }

  private record ToyScan(Path path) implements ScanSource {
    @Override
    public List<Path> files() {
      return List.of(path);
    }

    @Override
    public Geometry geometry() {
      return Geometry.of(bytes().length, 1, 1, 1, 1, 1);
    }

    @Override
    public Volume read(int frame) {
      byte[] bytes = bytes();
      float[] voxels = new float[bytes.length];
      for (int i = 0; i < voxels.length; i++) {
        voxels[i] = bytes[i];
      }
      return new Volume(geometry(), voxels, this);
    }

    @Override
    public VolumeInfo info() {
      throw new UnsupportedOperationException();
    }

    private byte[] bytes() {
      try {
        return Files.readAllBytes(path);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
