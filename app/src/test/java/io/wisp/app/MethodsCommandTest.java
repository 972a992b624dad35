package io.wisp.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.wisp.volume.Volume;
import io.wisp.volume.Volumes;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A classifier trained, and methods chosen by name in {@code evaluate} and {@code segment}. */
class MethodsCommandTest {
  @TempDir private static Path shared;
  private static Path store;
  private static StringWriter training;

  @TempDir private Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @BeforeAll
  static void train() throws IOException {
    store = TinyScans.store(shared);
    training = new StringWriter();
    for (String kind : List.of("diffusion", "classifier", "segmenter")) {
      List<String> arguments = new ArrayList<>(List.of("train", kind, store.toString()));
      arguments.addAll(List.of("--out", shared.resolve(kind).toString()));
      arguments.addAll(
          TinyModel.options(
              "train.steps=1", "classifier.train.steps=1", "segmenter.train.steps=1"));
      assertThat(run(training, training, arguments)).as(training.toString()).isZero();
    }
  }

  @Test
  void theClassifiersScoresArePrinted() {
    assertThat(training.toString())
        .contains("slices of held-out patients:")
        .contains("  timestep  accuracy  balanced  AUROC");
    assertThat(shared.resolve("classifier/noise_levels.csv")).exists();
  }

  @Test
  void severalMethodsAreScoredSideBySide() throws IOException {
    assertThat(evaluate("--model=diffusion", "--classifier=classifier", "--method=cdm,cg-diff"))
        .as(err.toString())
        .isZero();
    assertThat(out.toString()).containsPattern("(?s)CDM: Dice.*CG-Diff: Dice");
    assertThat(Files.readString(folder.resolve("results/summary.json")))
        .contains("\"method\" : \"cg-diff\"", "\"noise_level\" : 6");
    assertThat(Files.readString(folder.resolve("results/report.html"))).contains("CG-Diff");
  }

  @Test
  void wholeScansAreScoredUnlessLeftOut() throws IOException {
    assertThat(evaluate("--model=diffusion", "--classifier=classifier", "--classify"))
        .as(err.toString())
        .isZero();
    assertThat(out.toString()).contains("CDM, whole scans without labels: Dice ");
    Path results = folder.resolve("results");
    assertThat(Files.readAllLines(results.resolve("scans.csv")).get(0))
        .startsWith("setting,case,slices,dice,surface_dice,unit,volume,true_volume,");
    assertThat(Files.readString(results.resolve("summary.json")))
        .contains("\"whole_scans\" : {", "\"lesion_dice\" : ", "\"intervals\" : {");
    assertThat(Files.readString(results.resolve("report.html")))
        .contains("Whole scans without labels", "Objects in whole scans", "Methods compared");
    assertThat(evaluate("--model=diffusion", "--positive-only", "--overwrite")).isZero();
    assertThat(Files.readAllLines(results.resolve("scans.csv"))).hasSize(1);
    assertThat(Files.readString(results.resolve("report.html")))
        .doesNotContain("Objects in whole scans");
  }

  @Test
  void aClassifierMustBeThereToClassify() {
    assertThat(evaluate("--model=diffusion", "--classify")).isEqualTo(2);
    assertThat(err.toString()).contains("Only a classifier can tell which slices hold the object");
  }

  @Test
  void rulesThatLearnNothingStandAtTheFootOfEveryTable() throws IOException {
    assertThat(evaluate("--model=diffusion", "--method=cdm,bright")).as(err.toString()).isZero();
    assertThat(out.toString())
        .containsPattern(
            "(?s)CDM: Dice.*Bright: Dice.*Otsu: Dice.*volume: Dice.*Circle: Dice.*place: Dice")
        .doesNotContainPattern("(?s)Bright: Dice.*Bright: Dice")
        .containsPattern("On slices known to hold the object, CDM .* rule that learns nothing, ")
        .containsPattern("On whole scans without labels, CDM .* rule that learns nothing, ");
    assertThat(Files.readString(folder.resolve("results/report.html")))
        .containsPattern("<p[^>]*>\\s*On slices known to hold the object, CDM ");
  }

  @Test
  void rulesThatLearnNothingNeedNoNetwork() throws IOException {
    assertThat(evaluate("--method=bright", "--set=rule.factor=1")).as(err.toString()).isZero();
    assertThat(out.toString()).contains("Bright: Dice");
    assertThat(Files.readString(folder.resolve("results/report.html")))
        .contains("Nothing was learned.");
    Path scan = shared.resolve("source/a/a_flair.nii.gz");
    Path masks = folder.resolve("masks");
    List<String> arguments = new ArrayList<>(List.of("segment", scan.toString()));
    arguments.addAll(List.of("--method=bright-volume", "--out", masks.toString()));
    assertThat(run(out, err, arguments)).as(err.toString()).isZero();
    assertThat(Files.readString(masks.resolve("a.json")))
        .contains("\"method\" : \"bright-volume\"", "\"factor\" : 1.5");
    arguments.set(2, "--method=place");
    assertThat(run(out, err, arguments)).isEqualTo(2);
    assertThat(err.toString()).contains("no training slice labelled 1", "a scan alone has none");
  }

  @Test
  void figuresAreTheSameInEveryLanguage() {
    evaluate("--model=diffusion", "--min-object=5%");
    String english = withoutTimes();
    Locale before = Locale.getDefault();
    try {
      for (String language : List.of("de-DE", "ar-EG-u-nu-arab")) {
        Locale.setDefault(Locale.forLanguageTag(language));
        evaluate("--model=diffusion", "--min-object=5%", "--overwrite");
      }
    } finally {
      Locale.setDefault(before);
    }
    assertThat(withoutTimes()).contains(": Dice 0.").isEqualTo(english.repeat(3));
  }

  private String withoutTimes() {
    return out.toString().replaceAll("\\d+\\.\\d+ s/slice", "");
  }

  @Test
  void classActivationMapsNeedNoDiffusionModel() throws IOException {
    assertThat(evaluate("--classifier=classifier", "--method=gradcam++", "--with-published"))
        .as(err.toString())
        .isZero();
    assertThat(out.toString()).contains("GradCAM++: Dice", "GradCAM++ as published: Dice");
    Path scan = shared.resolve("source/a/a_flair.nii.gz");
    List<String> arguments = new ArrayList<>(List.of("segment", scan.toString()));
    arguments.addAll(List.of("--classifier", shared.resolve("classifier").toString()));
    arguments.addAll(List.of("--method=layercam", "--out", folder.resolve("masks").toString()));
    assertThat(run(out, err, arguments)).as(err.toString()).isZero();
    assertThat(Files.readString(folder.resolve("masks/a.json")))
        .contains("\"method\" : \"layercam\"", "\"layer\" : \"input_blocks.-1\"");
  }

  @Test
  void aBrokenScanDoesNotEndTheOthersUnlessAskedTo() throws IOException {
    Path scans = Files.createDirectories(folder.resolve("scans"));
    Files.copy(shared.resolve("source/a/a_flair.nii.gz"), scans.resolve("p2_FLAIR.NII.GZ"));
    Files.copy(shared.resolve("source/a/a_seg.nii.gz"), scans.resolve("p2_SEG.nii.gz"));
    Files.writeString(scans.resolve("p1_flair.nii.gz"), "broken");
    List<String> arguments = new ArrayList<>(List.of("segment", scans.toString()));
    arguments.addAll(List.of("--classifier", shared.resolve("classifier").toString()));
    arguments.addAll(List.of("--method=gradcam", "--out", scans.resolve("masks").toString()));

    assertThat(run(out, err, arguments)).as(err.toString()).isEqualTo(3);

    assertThat(err.toString())
        .contains("wisp: 1 of 2 failed:")
        .containsPattern("  p1: .*is not a NIfTI scan");
    assertThat(scans.resolve("masks/p2_mask.nii.gz")).exists();
    assertThat(Files.readAllLines(scans.resolve("masks/left-out.csv")))
        .hasSize(3)
        .anyMatch(line -> line.contains("p1_flair.nii.gz") && line.contains("its scan failed: "))
        .anyMatch(line -> line.endsWith("p2_SEG.nii.gz,a mask or map by its name"));
    arguments.addAll(List.of("--overwrite", "--fail-fast"));
    assertThat(run(out, err, arguments)).isEqualTo(2);
  }

  @Test
  void theMaskOfAnEarlierRunIsToldOfWhereItsScanFails() throws IOException {
    Path scans = Files.createDirectories(folder.resolve("scans"));
    for (String name : List.of("p1", "p2")) {
      Path scan = scans.resolve(name + "_flair.nii.gz");
      Files.copy(shared.resolve("source/a/a_flair.nii.gz"), scan);
    }
    List<String> arguments = new ArrayList<>(List.of("segment", scans.toString()));
    arguments.addAll(List.of("--method=bright", "--overwrite"));
    arguments.addAll(List.of("--out", folder.resolve("masks").toString()));
    assertThat(run(out, err, arguments)).as(err.toString()).isZero();
    Files.writeString(scans.resolve("p1_flair.nii.gz"), "broken");
    assertThat(run(out, err, arguments)).isEqualTo(3);
    assertThat(err.toString())
        .containsPattern("p1: .* An older mask of this scan stays: .*p1_mask.nii.gz");
  }

  @Test
  void asPublishedThePapersSettingsAreTakenAndAssignmentsGoOverThem() throws IOException {
    assertThat(evaluate("--model=diffusion", "--as-published", "--set", "map.iterations=2"))
        .as(err.toString())
        .isZero();
    assertThat(Files.readString(folder.resolve("results/summary.json")))
        .contains("\"noise_levels\" : [ 400 ]", "\"tau\" : 0.95", "\"iterations\" : 2")
        .contains("\"rule\" : \"EVERYWHERE\"", "\"components\" : \"ALL\"");
  }

  @Test
  void slicesWithLargeObjectsAreSummarisedOnceMore() throws IOException {
    assertThat(evaluate("--model=diffusion", "--min-object=5%")).as(err.toString()).isZero();
    assertThat(out.toString())
        .containsPattern("CDM, objects of 5 % of the slice or more: Dice .*, (\\d) of \\1 slices");
    assertThat(Files.readString(folder.resolve("results/summary.json")))
        .contains("\"large_objects\" : {", "\"min_object\" : 0.05");
    assertThat(Files.readString(folder.resolve("results/report.html")))
        .contains("Large objects only");
  }

  @Test
  void withLabelsTheSlicesThatCarryTheLabelSoughtAreOutlined() throws IOException {
    Path labels = folder.resolve("labels.csv");
    Files.writeString(labels, "case,slice,label\na,0,0\na,1,1\na,2,0\n");
    Path scan = shared.resolve("source/a/a_flair.nii.gz");
    List<String> arguments = new ArrayList<>(List.of("segment", scan.toString()));
    arguments.addAll(List.of("--model", shared.resolve("diffusion").toString()));
    arguments.addAll(List.of("--labels", labels.toString(), "--out", folder.toString()));
    arguments.addAll(List.of("--set", "contrast.present=0", "--set", "contrast.absent=1"));
    assertThat(run(out, err, arguments)).as(err.toString()).isZero();
    assertThat(Files.readString(folder.resolve("a.json")))
        .contains("\"slice\" : 0", "\"slice\" : 2", "\"present\" : 0")
        .doesNotContain("\"slice\" : 1");
  }

  /** After one step the classifier says the same of every slice. */
  @Test
  void theClassifierMaySayWhichSlicesHoldTheObject() throws IOException {
    String classifier = "--classifier=" + shared.resolve("classifier");
    assertThat(segment(classifier, "--classify")).as(err.toString()).isZero();
    String present = Files.readString(folder.resolve("masks/a.json"));
    assertThat(
            segment(
                classifier,
                "--classify",
                "--overwrite",
                "--set",
                "contrast.present=0",
                "--set",
                "contrast.absent=1"))
        .as(err.toString())
        .isZero();
    String absent = Files.readString(folder.resolve("masks/a.json"));
    assertThat(present).contains("\"labels\" : \"classifier\"");
    assertThat(places(present) + places(absent)).isEqualTo(3);
  }

  private static int places(String json) {
    return json.split("\"slice\" : ", -1).length - 1;
  }

  @Test
  void whoSaysWhichSlicesHoldTheObjectMustBeThere() {
    assertThat(segment("--classify")).isEqualTo(2);
    assertThat(err.toString()).contains("Give --classifier RUN, a run of `wisp train classifier`.");
    assertThat(segment("--classify", "--labels=labels.csv")).isEqualTo(2);
    assertThat(err.toString()).contains("--labels and --classify both say");
  }

  @Test
  void theConfidenceOfEachVoxelIsWrittenOnTheScansGrid() {
    assertThat(segment("--confidence")).as(err.toString()).isZero();
    Volume confidence = Volumes.read(folder.resolve("masks/a_confidence.nii.gz"));
    assertThat(confidence.geometry())
        .isEqualTo(Volumes.read(folder.resolve("masks/a_mask.nii.gz")).geometry());
    for (float voxel : confidence.voxels()) {
      assertThat(voxel).isBetween(0f, 1f);
    }
  }

  @Test
  void aConfidenceOfAnotherMaskDoesNotStay() {
    assertThat(segment("--confidence")).as(err.toString()).isZero();
    assertThat(segment("--overwrite")).as(err.toString()).isZero();
    assertThat(folder.resolve("masks/a_mask.nii.gz")).exists();
    assertThat(folder.resolve("masks/a_confidence.nii.gz")).doesNotExist();
  }

  @Test
  void aMontageThatCannotBeWrittenCostsNoMask() throws IOException {
    Files.createDirectories(folder.resolve("masks/a_montage.png/in-the-way"));
    assertThat(segment()).as(err.toString()).isZero();
    for (String file : List.of("a_mask.nii.gz", "a.json", "confidence.csv")) {
      assertThat(folder.resolve("masks").resolve(file)).isNotEmptyFile();
    }
  }

  @Test
  void aConfidenceThatIsThereIsNotReplacedUnasked() throws IOException {
    assertThat(segment("--confidence")).as(err.toString()).isZero();
    Files.delete(folder.resolve("masks/a_mask.nii.gz"));
    assertThat(segment("--confidence")).isEqualTo(2);
    assertThat(err.toString()).contains("a_confidence.nii.gz exists already");
  }

  @Test
  void theScansToLookAtFirstAreTold() throws IOException {
    assertThat(segment()).as(err.toString()).isZero();
    assertThat(out.toString())
        .containsPattern("a: [\\d,]+ voxels in the mask, 3 slices, confidence \\d.\\d\\d")
        .containsPattern("Look first at a \\((\\d.\\d\\d, least in slice \\d|nothing outlined)\\)");
    assertThat(Files.readAllLines(folder.resolve("masks/confidence.csv")))
        .hasSize(2)
        .startsWith("scan,slices_outlined,confidence,least_confident_slice");
    assertThat(Files.readString(folder.resolve("masks/a.json"))).contains("\"confidence\" : ");
  }

  @Test
  void whetherConfidenceIsToBeBelievedIsReported() throws IOException {
    assertThat(evaluate("--model=diffusion", "--segmenter=segmenter", "--method=cdm,fsl"))
        .as(err.toString())
        .isZero();
    assertThat(Files.readString(folder.resolve("results/summary.json")))
        .contains("\"calibration\" : {", "\"expected_calibration_error\" : ", "\"coverage\" : [");
    assertThat(Files.readString(folder.resolve("results/report.html")))
        .contains("Does confidence tell where masks are wrong?", "classified correctly, FSL");
    for (String table : List.of("slices.csv", "volumes.csv")) {
      assertThat(Files.readAllLines(folder.resolve("results").resolve(table)).get(0))
          .endsWith(",object_fraction,confidence");
    }
  }

  @Test
  void theUpperBoundNeedsASegmenterOnly() throws IOException {
    assertThat(training.toString()).contains("positive slices of held-out patients: ");
    assertThat(evaluate("--segmenter=segmenter", "--method=fsl")).as(err.toString()).isZero();
    assertThat(out.toString()).contains("FSL: Dice");
    assertThat(Files.readString(folder.resolve("results/summary.json")))
        .contains(
            "\"method\" : \"fsl\"", "\"rule\" : \"PROBABILITY_OF_PRESENT\"", "\"value\" : 0.5");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--method=cdm | No trained model is given: give --model RUN",
        "--model=diffusion --method=gradcam | gradcam needs a classifier, and none is given. Give --classifier RUN",
        "--classifier=classifier --method=cdm | cdm needs a diffusion model, and none is given. Give --model RUN",
        "--model=diffusion --method=fsl | fsl needs a segmenter, and none is given. Give --segmenter RUN",
        "--model=diffusion --method=magic | There is no method 'magic'; there are: cdm, cg-cdm,",
        "--model=diffusion --as-published --effort=fast | --as-published takes R = 10, and --effort",
        "--model=diffusion --min-object=1 | '1' is no share from 0 to below 1: write 1% or 0.01",
        "--model=diffusion --min-object=some | 'some' is no share: write 1% or 0.01",
        "--model=classifier | is of a classifier, but a diffusion model is needed here",
      })
  void whatIsMissingOrWrongIsAUsersMistake(String options, String sentence) {
    assertThat(evaluate(options.split(" "))).isEqualTo(2);
    assertThat(err.toString()).contains(sentence).doesNotContain("\tat ");
  }

  private int segment(String... options) {
    Path scan = shared.resolve("source/a/a_flair.nii.gz");
    List<String> arguments = new ArrayList<>(List.of("segment", scan.toString()));
    arguments.addAll(List.of("--model", shared.resolve("diffusion").toString()));
    arguments.addAll(List.of("--out", folder.resolve("masks").toString()));
    arguments.addAll(List.of(options));
    return run(out, err, arguments);
  }

  private int evaluate(String... options) {
    List<String> arguments = new ArrayList<>(List.of("evaluate", store.toString()));
    arguments.addAll(List.of("--out", folder.resolve("results").toString()));
    for (String option : options) {
      boolean isRun = option.matches("--(model|classifier|segmenter)=.*");
      arguments.add(isRun ? option.replace("=", "=" + shared + "/") : option);
    }
    return run(out, err, arguments);
  }

  private static int run(StringWriter out, StringWriter err, List<String> command) {
    List<String> arguments = new ArrayList<>(command);
    arguments.addAll(List.of("--device=cpu", "--precision=float32", "--progress=never"));
    return Main.run(
        new PrintWriter(out, true), new PrintWriter(err, true), arguments.toArray(String[]::new));
  }
}
