package io.wisp.dicom;

import io.wisp.volume.VolumeInfo;
import io.wisp.volume.VolumeInfo.Line;
import io.wisp.volume.VolumeStatistics;
import java.util.List;

/**
 * What DICOM files say of themselves, in pydicom's terms, and their pixels before rescaling.
 *
 * @param transferSyntax the identifier of how they are encoded
 * @param files how many files the scan is made of
 * @param rows rows of a picture
 * @param columns columns of a picture
 * @param frames pictures in a file
 * @param bitsStored bits of a pixel's value
 * @param signed whether pixels may be negative
 * @param slope of {@code value = slope · pixel + intercept}, of the first slice
 * @param intercept of the same
 * @param spacing millimetres between rows and between columns; empty if unknown
 * @param position of the first slice; empty if unknown
 * @param seriesUid the identifier of the series; empty if unknown, as are the next two
 * @param seriesNumber its number in the examination
 * @param seriesDescription what it is, in words
 * @param pixelSum sum of the stored pixels
 * @param pixelMin the least of them
 * @param pixelMax the largest of them
 */
public record DicomInfo(
    String transferSyntax,
    int files,
    int rows,
    int columns,
    int frames,
    int bitsStored,
    boolean signed,
    double slope,
    double intercept,
    List<Double> spacing,
    List<Double> position,
    String seriesUid,
    String seriesNumber,
    String seriesDescription,
    double pixelSum,
    double pixelMin,
    double pixelMax)
    implements VolumeInfo.Details {

  /**
   * @param first the first picture of a scan
   * @param files how many files the scan is made of
   * @param pixels has seen all of them
   */
  static DicomInfo of(Picture first, int files, VolumeStatistics pixels) {
    PixelFormat format = first.header().pixels();
    SeriesName name = first.header().series();
    return new DicomInfo(
        first.header().syntax().uid(),
        files,
        format.rows(),
        format.columns(),
        format.frames(),
        format.bitsStored(),
        format.signed(),
        first.plane().slope(),
        first.plane().intercept(),
        first.plane().spacing(),
        first.plane().position(),
        name.uid(),
        name.number(),
        name.description(),
        pixels.sum(),
        pixels.min(),
        pixels.max());
  }

  @Override
  public String format() {
    return "dicom";
  }

  @Override
  public List<Line> lines() {
    return List.of(
        new Line("series", (seriesNumber + " " + seriesDescription).strip()),
        new Line("DICOM files", String.valueOf(files)),
        new Line("encoded as", transferSyntax),
        new Line("bits", bitsStored + (signed ? ", signed" : ", unsigned")),
        new Line(
            "rescaled by", VolumeInfo.text(slope) + " · pixel + " + VolumeInfo.text(intercept)));
  }
}
