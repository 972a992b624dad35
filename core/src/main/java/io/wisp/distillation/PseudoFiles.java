package io.wisp.distillation;

import io.wisp.BadFile;
import io.wisp.UserError;
import io.wisp.activation.ContrastSettings;
import io.wisp.base.AtomicFile;
import io.wisp.base.CsvFile;
import io.wisp.base.CsvText;
import io.wisp.base.Folders;
import io.wisp.dataset.Split;
import io.wisp.slices.ByteImages;
import io.wisp.slices.SliceRecord;
import io.wisp.slices.SliceStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVRecord;

/**
 * The masks of all rounds: {@code round-1.npy} holds the masks of the first ({@code |u1 [N, size,
 * size]}, 255 times the probability of the object), {@code round-1.csv} a line for each, with its
 * criteria and whether it is trained on.
 *
 * @param folder of the files
 * @param store whose training slices they belong to
 * @param contrast the labels with and without the object
 */
record PseudoFiles(Path folder, SliceStore store, ContrastSettings contrast) {

  /** The slices that have a pseudo-mask: the positive ones of the training patients. */
  List<SliceRecord> slices() {
    return store.slices(Split.TRAIN).stream()
        .filter(slice -> slice.labelled(contrast.present()))
        .toList();
  }

  /** The last round that has masks; 0 if none has. */
  int latest() {
    int round = 0;
    while (Files.exists(array(round + 1))) {
      round++;
    }
    return round;
  }

  /** Writes the masks of a round; the array last, since it marks them complete. */
  void save(int round, Labelling labelling) {
    Folders.make(folder);
    AtomicFile.replaceText(table(round), text(labelling));
    ByteImages.replace(array(round), labelling.levels(), store.imageSize());
  }

  /**
   * Opens the masks of a round.
   *
   * @throws UserError if they belong to other slices
   */
  PseudoMasks open(int round) {
    CsvFile csv = CsvFile.read(table(round), "index", "case", "slice", "confidence", "kept");
    List<SliceRecord> slices = slices();
    if (csv.rows().size() != slices.size()) {
      throw otherStore(round);
    }
    List<PseudoMasks.Entry> entries = new ArrayList<>();
    for (int i = 0; i < slices.size(); i++) {
      entries.add(entry(csv, csv.rows().get(i), slices.get(i), i, round));
    }
    ByteImages images = ByteImages.open(array(round), slices.size(), store.imageSize());
    return new PseudoMasks(entries, images, store.imageSize(), contrast);
  }

  private PseudoMasks.Entry entry(
      CsvFile csv, CSVRecord row, SliceRecord slice, int place, int round) {
    if (csv.integer(row, "index") != slice.index()
        || !row.get("case").equals(slice.caseId())
        || csv.integer(row, "slice") != slice.slice()) {
      throw otherStore(round);
    }
    return new PseudoMasks.Entry(
        slice.index(), place, csv.number(row, "confidence"), Boolean.parseBoolean(row.get("kept")));
  }

  private UserError otherStore(int round) {
    return new BadFile(
        table(round),
        "%s is of other slices than the training slices labelled %s of %s: resume with the store and contrast that it was begun with."
            .formatted(table(round), contrast.present(), store.folder()));
  }

  private static String text(Labelling labelling) {
    List<String> heads = new ArrayList<>(List.of("index", "case", "slice", "pixels"));
    labelling.criteria().forEach(criterion -> heads.add(criterion.name()));
    heads.addAll(List.of("confidence", "kept"));
    CsvText csv = new CsvText(heads);
    for (int i = 0; i < labelling.slices().size(); i++) {
      csv.row(line(labelling, i));
    }
    return csv.toString();
  }

  private static List<Object> line(Labelling labelling, int i) {
    SliceRecord slice = labelling.slices().get(i);
    int pixels = 0;
    for (boolean inside : Levels.mask(labelling.levels().get(i))) {
      pixels += inside ? 1 : 0;
    }
    List<Object> line =
        new ArrayList<>(List.of(slice.index(), slice.caseId(), slice.slice(), pixels));
    labelling.criteria().forEach(criterion -> line.add(criterion.values()[i]));
    line.addAll(List.of(labelling.confidence()[i], labelling.kept()[i]));
    return line;
  }

  private Path array(int round) {
    return folder.resolve("round-%s.npy".formatted(round));
  }

  private Path table(int round) {
    return folder.resolve("round-%s.csv".formatted(round));
  }
}
