package io.wisp.dicom;

import io.wisp.UserError;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Puts the files of a series in order: by their position along the slices' normal, or, where files
 * do not tell it, by their number. Identifiers of the series are not asked, since anonymised files
 * often disagree in them; instead all must lie on one grid.
 */
final class DicomStack {
  private static final Logger LOG = LoggerFactory.getLogger(DicomStack.class);
  private static final double SAME_DIRECTION = 1e-3;
  private static final double SAME_PLACE = 1e-3;
  private static final double GAP = 1.5;
  private static final double UNEVEN = 0.1;

  private final Path folder;
  private final List<DicomFile> files;

  /**
   * @param files of one scan, one picture each
   */
  DicomStack(Path folder, List<DicomFile> files) {
    this.folder = folder;
    this.files = files;
  }

  /** Whether a file tells where it lies in space. */
  static boolean isPlaced(DicomHeader header) {
    return !header.position().isEmpty() && !header.orientation().isEmpty();
  }

  /**
   * The files in the order of the slices.
   *
   * @throws MixedSeriesError if they lie on several grids, or two at the same place
   * @throws UserError if a slice is missing between others
   */
  List<DicomFile> sorted() {
    files.forEach(file -> checkGrid(files.get(0), file));
    if (!files.stream().allMatch(file -> isPlaced(file.header()))) {
      LOG.info("{} does not tell where its pictures lie: they are taken by number", folder);
      return byNumber();
    }
    List<DicomFile> sorted =
        files.stream().sorted(Comparator.comparingDouble(DicomStack::place)).toList();
    checkSteps(sorted);
    return sorted;
  }

  private List<DicomFile> byNumber() {
    Map<Integer, DicomFile> seen = new HashMap<>();
    for (DicomFile file : files) {
      int number = file.header().instance().orElse(-1);
      DicomFile twin = number < 0 ? null : seen.put(number, file);
      if (twin != null) {
        throw mixed(twin, file, "both have the number " + number);
      }
    }
    return files.stream()
        .sorted(Comparator.comparingInt(file -> file.header().instance().orElse(0)))
        .toList();
  }

  private void checkGrid(DicomFile one, DicomFile other) {
    DicomHeader a = one.header();
    DicomHeader b = other.header();
    if (b.pixels().frames() > 1) {
      throw mixed(one, other, "hold several pictures in one file");
    }
    if (a.pixels().rows() != b.pixels().rows() || a.pixels().columns() != b.pixels().columns()) {
      throw mixed(one, other, "have %s and %s pixels".formatted(size(a), size(b)));
    }
    if (!near(a.orientation(), b.orientation(), SAME_DIRECTION)) {
      throw mixed(one, other, "point in different directions");
    }
    if (!near(a.spacing(), b.spacing(), SAME_PLACE)) {
      throw mixed(one, other, "have pixels of different sizes");
    }
  }

  private static String size(DicomHeader header) {
    return header.pixels().columns() + "x" + header.pixels().rows();
  }

  private static boolean near(List<Double> a, List<Double> b, double tolerance) {
    return a.size() == b.size()
        && IntStream.range(0, a.size()).allMatch(i -> Math.abs(a.get(i) - b.get(i)) <= tolerance);
  }

  /** Millimetres along the slices' normal. */
  private static double place(DicomFile file) {
    double[] normal = DicomGeometry.normal(file.header().orientation());
    List<Double> position = file.header().position();
    return IntStream.range(0, 3).mapToDouble(i -> normal[i] * position.get(i)).sum();
  }

  private void checkSteps(List<DicomFile> sorted) {
    double[] steps =
        IntStream.range(1, sorted.size())
            .mapToDouble(i -> place(sorted.get(i)) - place(sorted.get(i - 1)))
            .toArray();
    double usual = Arrays.stream(steps).sorted().toArray()[(steps.length - 1) / 2];
    for (int i = 0; i < steps.length; i++) {
      if (steps[i] < SAME_PLACE) {
        throw mixed(sorted.get(i), sorted.get(i + 1), "lie at the same place");
      }
      if (steps[i] > GAP * usual) {
        throw missing(sorted.get(i), sorted.get(i + 1), steps[i], usual);
      }
    }
    if (Arrays.stream(steps).anyMatch(step -> Math.abs(step - usual) > UNEVEN * usual)) {
      LOG.warn("{}: its slices are not evenly spaced", folder);
    }
  }

  private UserError missing(DicomFile before, DicomFile after, double step, double usual) {
    return new UserError(
        String.format(
            Locale.ROOT,
            "a file of the series in %s is missing: between %s and %s lie %.2f mm, elsewhere %.2f: fetch the series again.",
            folder,
            before.path().getFileName(),
            after.path().getFileName(),
            step,
            usual));
  }

  private MixedSeriesError mixed(DicomFile one, DicomFile other, String why) {
    return new MixedSeriesError(
        "The folder %s is no single scan: %s and %s %s. Put each series into a folder of its own, or name one file."
            .formatted(folder, one.path().getFileName(), other.path().getFileName(), why),
        files.stream().map(DicomFile::path).toList());
  }
}
