package io.wisp.segmentation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wisp.UserError;
import io.wisp.confidence.ScanConfidence;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfidenceSheetTest {
  @TempDir private Path folder;

  @Test
  void theLeastConfidentScanComesFirst() throws IOException {
    Path file = folder.resolve("confidence.csv");
    new ConfidenceSheet(List.of())
        .with("sure", new ScanConfidence(20, 0.75, 4))
        .with("unsure", new ScanConfidence(3, 0.25, 17))
        .with("nothing", new ScanConfidence(0, 0, -1))
        .write(file);
    assertThat(Files.readAllLines(file))
        .containsExactly(
            "scan,slices_outlined,confidence,least_confident_slice",
            "nothing,0,0.0,",
            "unsure,3,0.25,17",
            "sure,20,0.75,4");
  }

  @Test
  void aScanThatIsOutlinedAgainReplacesItsLineAndNoOther() {
    Path file = folder.resolve("confidence.csv");
    ConfidenceSheet first =
        new ConfidenceSheet(List.of())
            .with("a", new ScanConfidence(2, 0.5, 1))
            .with("b", new ScanConfidence(0, 0, -1));
    first.write(file);
    assertThat(ConfidenceSheet.read(file)).isEqualTo(first);
    ScanConfidence anew = new ScanConfidence(4, 0.125, 9);
    assertThat(ConfidenceSheet.read(file).with("a", anew).lines())
        .containsExactly(
            new ConfidenceSheet.Line("b", new ScanConfidence(0, 0, -1)),
            new ConfidenceSheet.Line("a", anew));
  }

  @Test
  void anotherTableOfThatNameIsRefused() throws IOException {
    Path file = folder.resolve("confidence.csv");
    Files.writeString(file, "case,slice,label\na,1,1\n");
    assertThatThrownBy(() -> ConfidenceSheet.read(file))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("has no column \"scan\"");
  }
}
