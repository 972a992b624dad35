package io.wisp.golden;

import io.wisp.diffusion.NoiseSchedule;
import java.util.Arrays;
import java.util.function.IntToDoubleFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** β and ᾱ at some steps of the schedules named by the tensors. */
final class ScheduleCheck {
  private static final Pattern INDEX = Pattern.compile("([a-z]+)_(\\d{1,7})_index");

  private ScheduleCheck() {}

  static void run(GoldenFile file, Findings findings) {
    for (String name : file.tensors()) {
      Matcher index = INDEX.matcher(name);
      if (index.matches()) {
        int count = Integer.parseInt(index.group(2));
        NoiseSchedule schedule = file.schedule(index.group(1), count);
        int[] steps = file.steps(name, count);
        String stem = name.substring(0, name.length() - "index".length());
        compare(file, stem + "beta", steps, schedule::beta, findings);
        compare(file, stem + "alpha_bar", steps, schedule::alphaBar, findings);
      }
    }
  }

  private static void compare(
      GoldenFile file, String quantity, int[] steps, IntToDoubleFunction of, Findings findings) {
    if (file.contains(quantity)) {
      double[] actual = Arrays.stream(steps).mapToDouble(of).toArray();
      findings.compare(quantity, actual, file.doubles(quantity), Bounds.SCHEDULE);
    }
  }
}
