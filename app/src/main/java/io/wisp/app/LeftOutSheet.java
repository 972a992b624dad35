package io.wisp.app;

import io.wisp.UserError;
import io.wisp.base.AtomicFile;
import io.wisp.base.CsvText;
import io.wisp.dataset.NamedScan;
import io.wisp.dataset.SourceFolder.LeftOut;
import io.wisp.volume.Volume;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** {@code left-out.csv}: what a command did not use of the folders that it searched, and why. */
final class LeftOutSheet {
  private static final String FILE = "left-out.csv";

  private final Path folder;
  private final NamedScan.Found found;
  private final Set<Path> used = new HashSet<>();
  private final List<LeftOut> failed = new ArrayList<>();

  /**
   * @param folder where the sheet goes, which may lie in a folder that is searched
   * @param found what the folders were searched for
   */
  LeftOutSheet(Path folder, NamedScan.Found found) {
    this.folder = folder;
    this.found = found;
    used.add(folder);
  }

  /** Notes files that are used for something else, such as labels. */
  void use(Path file) {
    used.add(file);
  }

  void use(NamedScan scan, List<Volume> channels) {
    for (int i = 0; i < channels.size(); i++) {
      Path path = scan.channels().get(i);
      channels.get(i).source().ifPresentOrElse(s -> used.addAll(s.files()), () -> used.add(path));
    }
  }

  void fail(NamedScan scan, UserError error) {
    used.addAll(scan.channels());
    for (Path file : scan.channels()) {
      failed.add(new LeftOut(file.toString(), "its scan failed: " + error.getMessage()));
    }
  }

  /** Writes the sheet, and tells of it, if a folder was searched and not all of it used. */
  void write(PrintWriter screen) {
    if (!found.isSearched()) {
      return;
    }
    List<LeftOut> all = new ArrayList<>(failed);
    all.addAll(found.leftOut(used));
    all.sort(Comparator.comparing(LeftOut::path));
    Path sheet = folder.resolve(FILE);
    if (all.isEmpty()) {
      removeOlder(sheet);
      return;
    }
    CsvText csv = new CsvText("path", "reason");
    all.forEach(one -> csv.row(one.path(), one.reason()));
    AtomicFile.replaceText(sheet, csv.toString());
    LeftOutText.print(all, sheet.toString(), screen);
  }

  private static void removeOlder(Path sheet) {
    try {
      Files.deleteIfExists(sheet);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write to " + sheet, e);
    }
  }
}
