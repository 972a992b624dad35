package io.wisp.dataset;

import io.wisp.UserError;
import io.wisp.base.CsvFile;
import io.wisp.base.CsvText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.commons.csv.CSVRecord;

/**
 * Which cases are for training and which for testing, by patient: all cases of a patient are on the
 * same side. A case is a patient, but for names of which a layout knows better, see {@link
 * Layout#patientOf}.
 */
public record PatientSplit(SortedMap<String, Split> cases) {
  /** The name of the file in a store: {@code case,split}. */
  public static final String FILE = "split.csv";

  /**
   * @param cases the side of each case
   * @throws UserError if a patient is on both sides
   */
  public PatientSplit {
    cases = Collections.unmodifiableSortedMap(new TreeMap<>(cases));
    Map<String, String> first = new TreeMap<>();
    for (String id : cases.keySet()) {
      String other = first.putIfAbsent(patient(id), id);
      if (other != null && cases.get(other) != cases.get(id)) {
        throw new UserError(
            "patient %s is in both splits: %s in %s, %s in %s"
                .formatted(patient(id), other, cases.get(other).text(), id, cases.get(id).text()));
      }
    }
  }

  /** The patient whose scan a case is. */
  public static String patient(String caseId) {
    return Layouts.patientOf(caseId);
  }

  /**
   * Draws a split: the patients, sorted and then shuffled by the seed, the first share for
   * training. With two patients or more both sides get one at least, unless the share is 0 or 1.
   *
   * @param trainFraction the share of patients to train on, in [0, 1]
   */
  public static PatientSplit draw(Collection<String> cases, double trainFraction, long seed) {
    List<String> patients = shuffled(cases, seed);
    int train = (int) Math.round(trainFraction * patients.size());
    if (trainFraction > 0 && trainFraction < 1 && patients.size() > 1) {
      train = Math.max(1, Math.min(patients.size() - 1, train));
    }
    return testingOn(Set.copyOf(patients.subList(train, patients.size())), cases);
  }

  /**
   * One of several folds: the patients, sorted and then shuffled by the seed, are dealt to the
   * folds in turn, so that each is for testing in exactly one of them.
   *
   * @throws UserError if there are fewer patients than folds
   */
  public static PatientSplit fold(Collection<String> cases, SplitChoice.Fold fold) {
    List<String> patients = shuffled(cases, fold.seed());
    if (patients.size() < fold.count()) {
      throw new UserError(
          "%s patients cannot be put into %s folds: ask for fewer"
              .formatted(patients.size(), fold.count()));
    }
    Set<String> tested = new HashSet<>();
    for (int i = fold.test() - 1; i < patients.size(); i += fold.count()) {
      tested.add(patients.get(i));
    }
    return testingOn(tested, cases);
  }

  private static List<String> shuffled(Collection<String> cases, long seed) {
    List<String> patients =
        new ArrayList<>(new TreeSet<>(cases.stream().map(PatientSplit::patient).toList()));
    Collections.shuffle(patients, new Random(seed));
    return patients;
  }

  private static PatientSplit testingOn(Set<String> patients, Collection<String> cases) {
    SortedMap<String, Split> sides = new TreeMap<>();
    for (String id : cases) {
      sides.put(id, patients.contains(patient(id)) ? Split.TEST : Split.TRAIN);
    }
    return new PatientSplit(sides);
  }

  /**
   * Reads a split and fits it to the cases at hand.
   *
   * @throws UserError if the file lacks one of the cases, names another, or has a patient on both
   *     sides
   */
  public static PatientSplit read(Path file, Collection<String> cases) {
    PatientSplit split = read(file);
    for (String id : split.cases().keySet()) {
      if (!cases.contains(id)) {
        throw new UserError(
            "%s names the case \"%s\", which is not in the source folder".formatted(file, id));
      }
    }
    for (String id : cases) {
      if (split.of(id) == null) {
        throw new UserError(
            "%s does not name case %s: add a line \"%s,train\" or \"%s,test\""
                .formatted(file, id, id, id));
      }
    }
    return split;
  }

  /**
   * Reads a split as it is, whatever cases it names.
   *
   * @throws UserError if the file cannot be read, or has a patient on both sides
   */
  public static PatientSplit read(Path file) {
    CsvFile csv = CsvFile.read(file, "case", "split");
    SortedMap<String, Split> sides = new TreeMap<>();
    for (CSVRecord row : csv.rows()) {
      String id = row.get("case");
      Split side = Split.parse(row.get("split"));
      Split other = sides.put(id, side);
      if (other != null && other != side) {
        throw new UserError("%s puts case %s in both splits: keep one line".formatted(file, id));
      }
    }
    return new PatientSplit(sides);
  }

  /** The patients on a side. */
  public SortedSet<String> patients(Split side) {
    SortedSet<String> patients = new TreeSet<>();
    cases.forEach(
        (id, own) -> {
          if (own == side) {
            patients.add(patient(id));
          }
        });
    return patients;
  }

  /** The side of a case; null if the split does not name it. */
  public Split of(String caseId) {
    return cases.get(caseId);
  }

  public void write(Path file) throws IOException {
    CsvText csv = new CsvText("case", "split");
    cases.forEach((id, side) -> csv.row(id, side.text()));
    Files.writeString(file, csv.toString());
  }
}
