package io.wisp.nifti;

import io.wisp.volume.MaskFormat;
import io.wisp.volume.ScanFormat;
import io.wisp.volume.ScanSource;
import io.wisp.volume.Volume;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * NIfTI-1 and -2, in both byte orders: {@code .nii}, {@code .nii.gz}, or a pair of {@code .hdr} and
 * {@code .img}, compressed or not. A file is known by its name.
 */
public final class NiftiFormat implements ScanFormat, MaskFormat {
  @Override
  public String title() {
    return "NIfTI (.nii, .nii.gz, .hdr, .hdr.gz, .img or .img.gz)";
  }

  @Override
  public String name() {
    return "nifti";
  }

  @Override
  public String ending() {
    return ".nii.gz";
  }

  @Override
  public List<String> endings() {
    return NiftiName.endings();
  }

  @Override
  public boolean recognises(Path path) {
    return NiftiName.matches(path) && !Files.isDirectory(path);
  }

  /** Of a pair only the {@code .hdr} file. */
  @Override
  public List<Path> find(Path folder, List<Path> files) {
    return files.stream()
        .filter(file -> !file.getFileName().toString().startsWith("."))
        .filter(file -> NiftiName.matches(file) && !NiftiName.isImageOfHeader(file))
        .toList();
  }

  @Override
  public ScanSource open(Path path) {
    return new NiftiScan(path);
  }

  /** In 8 bits a voxel. */
  @Override
  public void writeMask(Path file, Volume mask) {
    NiftiFile.overwrite(file, mask, DataType.UINT8);
  }

  /** In 32-bit floats. */
  @Override
  public void writeMap(Path file, Volume map) {
    NiftiFile.overwrite(file, map, DataType.FLOAT32);
  }
}
