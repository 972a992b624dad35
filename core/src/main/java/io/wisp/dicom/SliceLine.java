package io.wisp.dicom;

import io.wisp.Remedy;
import io.wisp.UserError;
import io.wisp.volume.Regridding;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * Checks that the slices of a volume lie on one straight line and are evenly spaced, so that one
 * affine matrix places them all.
 */
final class SliceLine {
  private static final double UNEVEN = 0.1;
  private static final double SAME_PLANE = 0.01;
  private static final double SIDEWAYS = 0.1;
  private static final double LARGEST_CHANGE = 3;
  private static final double LEAST_SIDEWAYS = 0.05;

  private final String where;
  private final List<Picture> sorted;
  private final double[] steps;
  private final double usual;

  /**
   * @param where names the series in errors
   * @param sorted at least two slices at different places, in their order
   */
  SliceLine(String where, List<Picture> sorted) {
    this.where = where;
    this.sorted = sorted;
    this.steps =
        IntStream.range(1, sorted.size())
            .mapToDouble(i -> sorted.get(i).place() - sorted.get(i - 1).place())
            .toArray();
    this.usual = Arrays.stream(steps).sorted().toArray()[(steps.length - 1) / 2];
  }

  /**
   * @param regridding whether slices whose distances change once may be resampled
   * @return the spacing to resample them onto; empty if they are evenly spaced
   * @throws UserError if a slice is missing, or the slices lie unevenly or not on a line
   */
  Optional<EvenSpacing> check(Regridding regridding) {
    boolean resample = regridding == Regridding.RESAMPLE && isResampled();
    checkSteps(resample);
    checkLine();
    return resample
        ? Optional.of(EvenSpacing.of(steps, "its slices are " + changes()))
        : Optional.empty();
  }

  /** Whether distances change once, and not so much that most of a gap would be made up. */
  private boolean isResampled() {
    double last = steps[steps.length - 1];
    return changesOnce()
        && Math.max(steps[0], last) <= LARGEST_CHANGE * Math.min(steps[0], last)
        && IntStream.range(0, steps.length).noneMatch(i -> isUnusual(steps[i]) && isMissing(i));
  }

  private void checkSteps(boolean resample) {
    if (Arrays.stream(steps).anyMatch(step -> step < SAME_PLANE)) {
      throw bent();
    }
    if (resample) {
      return;
    }
    for (int i = 0; i < steps.length; i++) {
      if (isUnusual(steps[i])) {
        throw isMissing(i) ? missing(i) : uneven(i);
      }
    }
    double mean = Arrays.stream(steps).average().orElseThrow();
    for (int i = 1; i < sorted.size(); i++) {
      double off = sorted.get(i).place() - sorted.get(0).place() - i * mean;
      if (Math.abs(off) > usual / 4) {
        throw uneven(i - 1);
      }
    }
  }

  private boolean isUnusual(double step) {
    return Math.abs(step - usual) > UNEVEN * usual;
  }

  /** Whether just one or more whole slices are left out, and numbers do not say otherwise. */
  private boolean isMissing(int gap) {
    double times = steps[gap] / usual;
    return Math.rint(times) >= 2
        && Math.abs(times - Math.rint(times)) <= UNEVEN
        && Arrays.stream(steps).filter(this::isUnusual).count() <= steps.length / 2
        && !haveNeighbouringNumbers(sorted.get(gap), sorted.get(gap + 1));
  }

  private static boolean haveNeighbouringNumbers(Picture one, Picture other) {
    OptionalInt a = one.header().instance();
    OptionalInt b = other.header().instance();
    return a.isPresent() && b.isPresent() && Math.abs(a.getAsInt() - b.getAsInt()) == 1;
  }

  private UserError missing(int gap) {
    return new UserError(
        String.format(
            Locale.ROOT,
            "a file of the series in %s is missing: between %s and %s lie %.2f mm, elsewhere %.2f: fetch the series again.",
            where,
            sorted.get(gap),
            sorted.get(gap + 1),
            steps[gap],
            usual));
  }

  private UserError uneven(int gap) {
    if (isResampled()) {
      return new UserError(
          "The distances of the slices in %s change: they are %s. Wisp reads only evenly spaced slices: let them be resampled, or make them even with dcm2niix, and use its file that ends in _Eq.nii."
              .formatted(where, changes()),
          Remedy.RESAMPLE);
    }
    String distances =
        changesOnce()
            ? "they are " + changes()
            : String.format(
                Locale.ROOT,
                "between %s and %s it is %.2f mm, elsewhere mostly %.2f",
                sorted.get(gap),
                sorted.get(gap + 1),
                steps[gap],
                usual);
    return new UserError(
        "The distances of the slices in %s change: %s. Wisp reads only evenly spaced slices: make them even with dcm2niix, and use its file that ends in _Eq.nii."
            .formatted(where, distances));
  }

  private String changes() {
    return String.format(
        Locale.ROOT,
        "%.2f mm apart up to %s and %.2f mm from there on",
        steps[0],
        sorted.get(change()),
        steps[steps.length - 1]);
  }

  private int change() {
    return IntStream.range(1, steps.length)
        .filter(i -> !near(steps[i], steps[0]))
        .findFirst()
        .orElse(steps.length);
  }

  private boolean changesOnce() {
    double last = steps[steps.length - 1];
    return change() < steps.length
        && IntStream.range(change(), steps.length).allMatch(i -> near(steps[i], last));
  }

  private static boolean near(double a, double b) {
    return Math.abs(a - b) <= UNEVEN * Math.min(a, b);
  }

  private void checkLine() {
    double allowed = allowed();
    int last = sorted.size() - 1;
    for (int i = 1; i < last; i++) {
      double sideways = 0;
      for (int axis = 0; axis < 3; axis++) {
        double start = at(0, axis);
        double part = (sorted.get(i).place() - sorted.get(0).place()) / span();
        sideways = Math.hypot(sideways, at(i, axis) - start - part * (at(last, axis) - start));
      }
      if (sideways > allowed) {
        throw bent();
      }
    }
  }

  private double span() {
    return sorted.get(sorted.size() - 1).place() - sorted.get(0).place();
  }

  /** A tenth of a pixel. */
  private double allowed() {
    double pixel =
        sorted.get(0).plane().spacing().stream().mapToDouble(size -> size).min().orElse(1);
    return Math.max(LEAST_SIDEWAYS, SIDEWAYS * pixel);
  }

  private double at(int slice, int axis) {
    return sorted.get(slice).plane().position().get(axis);
  }

  /** Names the two neighbours that are shifted most against each other. */
  private UserError bent() {
    double[] shifts = IntStream.range(1, sorted.size()).mapToDouble(i -> sideways(i - 1)).toArray();
    int most =
        IntStream.range(0, shifts.length)
            .reduce((a, b) -> shifts[b] > shifts[a] ? b : a)
            .orElseThrow();
    return new UserError(
        String.format(
            Locale.ROOT,
            "The slices in %s do not lie on one line: between %s and %s they shift sideways by %.2f mm, as when several stacks lie together. Put each stack into a folder of its own, or convert them with dcm2niix.",
            where,
            sorted.get(most),
            sorted.get(most + 1),
            shifts[most]));
  }

  /** How far a slice is shifted within its plane against the one before. */
  private double sideways(int before) {
    double[] normal = DicomGeometry.normal(sorted.get(0).plane().orientation());
    double sum = 0;
    for (int axis = 0; axis < 3; axis++) {
      double whole = at(before + 1, axis) - at(before, axis);
      sum = Math.hypot(sum, whole - steps[before] * normal[axis]);
    }
    return sum;
  }
}
