package io.wisp.dataset;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wisp.UserError;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The same table as different programs write it: slices 0 and 1 of case Ä have labels 0 and 1. */
class LabelFileTest {
  private static final Set<String> CASES = Set.of("Ä", "b");

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "case,slice,label\nÄ,0,0\nÄ,1,1\nb,0,1\n",
        "case,slice,label\rÄ,0,0\rÄ,1,1\rb,0,1",
        "CASE;Slice;Label\r\nÄ;0;0\r\nÄ;1;1\r\nb;0;1\r\n",
        "label\tcase\tslice\n0\tÄ\t0\n1\tÄ\t1\n1\tb\t0\n",
        ",case,slice,label\n0,Ä,0,0\n1,Ä,1,1\n2,b,0,1\n",
        "sep=;\ncase;slice;label\nÄ;0;0\nÄ;1;1\nb;0;1\n",
        "\"case\",\"slice\",\"label\"\n\"Ä\",\"0\",\"0\"\n\"Ä\",\"1\",\"1\"\n\"b\",\"0\",\"1\"\n",
        "Fall;Schicht;Klasse\nÄ;0;0\nÄ;1;1\nb;0;1\n",
        "Patient ID,Coupe,Étiquette\nÄ,0,0\nÄ,1,1\nb,0,1\n",
        "case,slice,label,note\nÄ,0,0,\nÄ,1,1,unsure\nb,0,1,\n\n,,,\n",
        "case,slice,label\nÄ,0,0,\nÄ,1,1,\nb,0,1,\n",
        "case,slice,label\nÄ_flair.nii.gz,0,0\nÄ_FLAIR.NII,1,1\nB.nii,0,1\n",
        "case,slice,label\nC:\\data\\Ä\\Ä_flair.nii.gz,0,0\nC:\\data\\Ä,1,1\ndata/b/scan.nii,0,1\n",
        "case,slice,label\nÄ,0,0\nÄ,1,255\nb,0,255\n",
        "case,slice,label\nÄ,0,No\nÄ,1,yes\nb,0,YES\n",
        "case,slice,label\nÄ,0,False\nÄ,1,True\nb,0,TRUE\n",
        "case,slice,label\nÄ,0.0,0.0\nÄ,1.0,1.0\nb,0,1.000000000000000000e+00\n",
        "case;slice;label\nÄ;0;0,0\nÄ;1;1,0\nb;0;1,0\n",
        " case , slice , label \n Ä , 0 , 0 \n\u00A0Ä , 1 , 1\nb,0,1\n",
      })
  void isReadAsItIsMeant(String text) throws IOException {
    for (Charset charset : new Charset[] {UTF_8, UTF_16, UTF_16BE, ISO_8859_1}) {
      LabelFile labels = read(text, charset).of(CASES);
      labels.checkCases(CASES, folder);
      labels.checkClasses();
      assertThat(labels.label("Ä", 0)).as("%s", charset).isZero();
      assertThat(labels.label("Ä", 1)).isOne();
      assertThat(labels.label("b", 0)).isOne();
    }
    assertThat(read("\uFEFF" + text, UTF_8).of(CASES).label("Ä", 1)).isOne();
  }

  @Test
  void countsFromOneWhereItIsToldTo() throws IOException {
    String text = "case,slice,label\nb,1,0\nb,2,1\n";
    assertThat(LabelFile.read(file(text, UTF_8), OptionalInt.of(1)).label("b", 1)).isOne();
    assertThat(LabelFile.read(file(text, UTF_8), OptionalInt.of(0)).label("b", 2)).isOne();
    refused(text, "names slice 1, but no slice 0: say whether it calls the first slice 0 or 1");
    assertThatThrownBy(
            () -> LabelFile.read(file("case,slice,label\nb,0,1\n", UTF_8), OptionalInt.of(1)))
        .hasMessageContaining("column 2 (\"slice\"), has \"0\": write a whole number from 1 there");
  }

  @Test
  void aCellThatIsNotUnderstoodIsToldWithItsLineAndColumn() throws IOException {
    refused(
        "case,slice,label\nb,0,1\nb,1,maybe\n", "line 3 of", "column 3 (\"label\"), has \"maybe\"");
    refused("case,slice,label\nb,0,1\nb,one,1\n", "line 3 of", "column 2 (\"slice\"), has \"one\"");
    refused(
        "case,slice,label\nb,0,0.5\n", "has \"0.5\": write a whole number from 0, or yes or no");
    refused("case,slice,label\nb,\"1,000\",1\n", "has \"1,000\"");
    refused("case,slice,label\nb,0,1\nb,1\n", "line 3 of", "has 2 values, but its heading names 3");
    refused("case,slice,label\n\"b\n\",0,1\nb,0,\n", "line 4 of", "has \"\"");
    refused("case,slice,label\nb,0,1\n\"b,1,1\n", "a quotation mark", "in line 3");
  }

  @Test
  void aHeadingWithoutOneMeaningIsRefused() throws IOException {
    refused("", "has no column \"case\": its first line must be case,label");
    refused("b,0,1\n", "has no column \"case\"", "it is \"b,0,1\"");
    refused("case,slice,label,Label\nb,0,1,1\n", "column 3, \"label\", and column 4, \"Label\"");
    refused("case,slice,label\n", "has a heading, but no line below it");
    refused(
        "case,number,label\nb,0,1\nb,1,0\n",
        "names case b again, but no column is called \"slice\"");
    refused("PK\u0003\u0004", "is a workbook of a spreadsheet: save its sheet as CSV");
  }

  @Test
  void labelsThatContradictEachOtherOrHaveGapsAreRefused() throws IOException {
    refused(
        "case,slice,label\nb,0,1\nb,0,0\n",
        "slice 0 of case b the labels 1 and 0, in lines 2 and 3");
    refused("case,label\nb,1\nÄ,255\n", "line 3 of", "has the label 255 and line 2 has 1");
    refused("case,label\nb,0\nÄ,4\n", "has the labels 0, 4, but none is 1");
    refused("case,slice,label\nc.nii,0,1\n", "line 2 of", "names the case \"c.nii\"");
    refused("case,slice,label\nÄ/b,0,1\n", "\"Ä/b\" may be any of the cases b, Ä");
  }

  @Test
  void aSliceThatTheScanDoesNotHaveIsRefused() throws IOException {
    LabelFile labels = read("case,slice,label\nb,0,1\nb,2,1\n", UTF_8);
    assertThatThrownBy(() -> labels.checkSlices("b", new TreeSet<>(Set.of(0, 1))))
        .hasMessageContaining(
            "names slice 2 of b, which has 2 slices, counted from 0: if the file");
  }

  private LabelFile read(String text, Charset charset) throws IOException {
    return LabelFile.read(file(text, charset), OptionalInt.empty());
  }

  private Path file(String text, Charset charset) throws IOException {
    return Files.write(folder.resolve("labels.csv"), text.getBytes(charset));
  }

  private void refused(String text, String... parts) {
    assertThatThrownBy(
            () -> {
              LabelFile labels = read(text, UTF_8).of(CASES);
              labels.checkCases(CASES, folder);
              labels.checkClasses();
            })
        .isInstanceOf(UserError.class)
        .hasMessageContainingAll(parts);
  }
}
