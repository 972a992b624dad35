package io.wisp.base;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CsvTextTest {
  @Test
  void endsEachLineWithALineFeed() {
    CsvText csv = new CsvText("case", "dice");
    csv.row("a", 0.5);
    csv.row(List.of("b", 1));

    assertThat(csv).hasToString("case,dice\na,0.5\nb,1\n");
  }

  @Test
  void aTableWithoutRowsIsItsHeading() {
    assertThat(new CsvText(List.of("case", "dice"))).hasToString("case,dice\n");
  }

  @Test
  void quotesOnlyWhatNeedsIt() {
    CsvText csv = new CsvText("name", "adds");
    csv.row("holes, filled", "the \"best\" rule");
    csv.row("two\nlines", "plain words");

    assertThat(csv)
        .hasToString(
            "name,adds\n\"holes, filled\",\"the \"\"best\"\" rule\"\n\"two\nlines\",plain words\n");
  }

  @Test
  void leavesUnknownValuesEmptyButQuotesAnEmptyStart() {
    CsvText csv = new CsvText("a", "b", "c");
    csv.row("", "", 1);
    csv.row(1, null, "");

    assertThat(csv).hasToString("a,b,c\n\"\",,1\n1,,\n");
  }

  @Test
  void needsAValueForEachHead() {
    CsvText csv = new CsvText("a", "b");

    assertThatThrownBy(() -> csv.row(1, 2, 3))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("3 values for 2 columns: 1,2,3");
    assertThatThrownBy(() -> csv.row(List.of(1))).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void isReadAsItWasWritten(@TempDir Path folder) throws IOException {
    CsvText csv = new CsvText("case", "note");
    csv.row("a", "one, \"two\"\nthree");
    Path file = Files.writeString(folder.resolve("table.csv"), csv.toString());

    CsvFile read = CsvFile.read(file, "case", "note");

    assertThat(read.rows()).hasSize(1);
    assertThat(read.rows().get(0).values()).containsExactly("a", "one, \"two\"\nthree");
  }
}
