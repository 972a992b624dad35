package io.wisp.dicom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wisp.Remedy;
import io.wisp.UserError;
import io.wisp.volume.ScanFormat;
import io.wisp.volume.ScanSource;
import io.wisp.volume.Volumes;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Series that lie in one folder are told apart, listed and chosen; they are never merged. */
class SeveralSeriesTest {
  private static final int UID = 0x0020000E;
  private static final int NUMBER = 0x00200011;
  private static final int DESCRIPTION = 0x0008103E;
  private static final int ECHO_TIME = 0x00180081;
  private static final int REPETITION_TIME = 0x00180080;
  private static final int IMAGE_TYPE = 0x00080008;
  private static final int INSTANCE = 0x00200013;

  @TempDir private Path folder;

  @Test
  void interleavedSeriesAreRefusedWithTheListOfThem() {
    interleaved();
    assertThatThrownBy(() -> Volumes.read(folder))
        .isInstanceOf(UserError.class)
        .hasMessageContaining(
            "it holds 2 series: 3 \"T1\" (2 pictures of 2x1 pixels, axial); 4 \"T2\" (2")
        .satisfies(
            error -> assertThat(((UserError) error).remedies()).containsExactly(Remedy.SERIES));
  }

  @Test
  void aSeriesIsChosenByNumberDescriptionOrIdentifier() {
    interleaved();
    for (String name : List.of("4", "t2", "1.2.4")) {
      assertThat(chosen(name).read(0).voxels()).containsExactly(1000, 1000, 1001, 1001);
      assertThat(chosen(name).geometry().zooms()[2]).isEqualTo(5);
    }
    assertThatThrownBy(() -> chosen("5"))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("holds no series \"5\": it holds 3 \"T1\"");
  }

  @Test
  void everySeriesCanBeTaken() {
    interleaved();
    assertThat(Volumes.openAll(folder, ScanFormat.Choice.NONE))
        .extracting(ScanSource::series)
        .containsExactly("3 T1", "4 T2");
  }

  @Test
  void withBrokenIdentifiersTheProtocolTellsSeriesApart() {
    for (int i = 0; i < 3; i++) {
      slice(5 * i, i)
          .text(UID, "UI", "1.9." + i)
          .text(REPETITION_TIME, "DS", "500")
          .writeTo(folder.resolve("a" + i));
      slice(2.5 + 5 * i, i)
          .text(UID, "UI", "1.8." + i)
          .text(REPETITION_TIME, "DS", "4000")
          .writeTo(folder.resolve("b" + i));
    }
    assertThat(Volumes.openAll(folder, ScanFormat.Choice.NONE))
        .extracting(series -> series.geometry().shapeText())
        .containsExactly("2x1x3", "2x1x3");
  }

  @Test
  void aPictureThatLiesThereTwiceIsNamed() {
    for (int i = 0; i < 3; i++) {
      slice(5 * (i % 2), 1)
          .text(INSTANCE, "IS", "" + i % 2)
          .writeTo(folder.resolve("%s.dcm".formatted(i)));
    }
    assertThatThrownBy(() -> Volumes.read(folder))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("holds a picture twice: 0.dcm and 2.dcm are alike");
  }

  @Test
  void echoesOfOneSeriesAreSeveral() {
    for (int i = 0; i < 4; i++) {
      slice(5 * (i / 2), i)
          .text(UID, "UI", "1.9")
          .text(ECHO_TIME, "DS", i % 2 == 0 ? "4.6" : "9.2")
          .writeTo(folder.resolve("a" + i));
    }
    assertThatThrownBy(() -> Volumes.read(folder)).hasMessageContaining("echo time 9.2 ms");
  }

  @Test
  void magnitudeAndPhaseOfOneSeriesAreSeveral() {
    for (int i = 0; i < 4; i++) {
      slice(5 * (i / 2), i)
          .text(UID, "UI", "1.9")
          .text(IMAGE_TYPE, "CS", i % 2 == 0 ? "ORIGINAL\\M" : "ORIGINAL\\P")
          .writeTo(folder.resolve("a" + i));
    }
    assertThatThrownBy(() -> Volumes.read(folder)).hasMessageContaining("ORIGINAL\\P");
  }

  @Test
  void numbersThatAllComeTwiceTellOfTwoSeries() {
    for (int i = 0; i < 4; i++) {
      slice(5 * i, i).text(INSTANCE, "IS", "" + i % 2).writeTo(folder.resolve("a" + i));
    }
    assertThatThrownBy(() -> Volumes.read(folder))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("each picture number comes more than once");
  }

  @Test
  void aPictureInColourDoesNotKeepFromTheSeriesBesideIt() {
    interleaved();
    slice(0, 0)
        .number(0x00280002, 3)
        .text(UID, "UI", "1.2.9")
        .text(NUMBER, "IS", "99")
        .writeTo(folder.resolve("shot.dcm"));
    assertThat(chosen("3").geometry().shapeText()).isEqualTo("2x1x2");
    assertThatThrownBy(() -> chosen("99"))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("shot.dcm is a picture in colour");
  }

  @Test
  void aScanThatHoldsNoSeriesHasNoneToChoose() {
    slice(0, 1).text(NUMBER, "IS", "7").writeTo(folder.resolve("a.dcm"));
    assertThatThrownBy(() -> chosen("8"))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("holds no series \"8\": it holds 7");
  }

  private void interleaved() {
    for (int i = 0; i < 2; i++) {
      slice(5 * i, 100 + i)
          .text(UID, "UI", "1.2.3")
          .text(NUMBER, "IS", "3")
          .text(DESCRIPTION, "LO", "T1")
          .writeTo(folder.resolve("IM%s.dcm".formatted(2 * i)));
      slice(2.5 + 5 * i, 1000 + i)
          .text(UID, "UI", "1.2.4")
          .text(NUMBER, "IS", "4")
          .text(DESCRIPTION, "LO", "T2")
          .writeTo(folder.resolve("IM%s.dcm".formatted(2 * i + 1)));
    }
  }

  private ScanSource chosen(String series) {
    return Volumes.open(folder, new ScanFormat.Choice(Optional.of(series), Optional.empty()));
  }

  private static DicomBytes slice(double z, int value) {
    return DicomBytes.slice(1, 2, 0, 0, z).pixels(value, value);
  }
}
