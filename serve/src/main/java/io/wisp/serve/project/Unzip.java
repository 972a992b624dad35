package io.wisp.serve.project;

import io.wisp.base.Folders;
import io.wisp.serve.http.UploadLimits;
import io.wisp.serve.http.Uploads;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * Unpacks the zip archives among files that were uploaded, each into a folder of its name. What the
 * archive claims of its sizes is not believed: bytes are counted as they come.
 */
final class Unzip {
  private final UploadLimits limits;
  private final List<Refused> refused = new ArrayList<>();
  private int files;
  private long bytes;

  Unzip(UploadLimits limits) {
    this.limits = limits;
  }

  /** An archive that unpacks to more than is allowed. */
  private static final class TooMuch extends IOException {
    private static final long serialVersionUID = 1;

    TooMuch(String message) {
      super(message);
    }
  }

  /**
   * Unpacks archives and removes them.
   *
   * @return those that could not be, of which nothing stays
   */
  List<Refused> all(Path root, List<Path> uploaded) throws IOException {
    for (Path file : uploaded) {
      String name = file.getFileName().toString();
      if (name.toLowerCase(Locale.ROOT).endsWith(".zip")) {
        Path target = freeFolder(file.resolveSibling(name.substring(0, name.length() - 4)));
        try {
          unpack(file, target);
        } catch (IOException | IllegalArgumentException e) {
          Folders.remove(target);
          refused.add(new Refused(Folders.relative(root, file), sentence(e)));
        }
        Files.delete(file);
      }
    }
    return refused;
  }

  private static String sentence(Exception e) {
    return e instanceof TooMuch
        ? e.getMessage()
        : "It is no zip archive, or damaged: %s.".formatted(e.getMessage());
  }

  private static Path freeFolder(Path wanted) {
    Path folder = wanted.getFileName().toString().isEmpty() ? wanted.resolve("archive") : wanted;
    Path free = folder;
    for (int n = 2; Files.exists(free); n++) {
      free = folder.resolveSibling(folder.getFileName() + "-" + n);
    }
    return free;
  }

  private void unpack(Path archive, Path target) throws IOException {
    Files.createDirectories(target);
    try (ZipFile zip = new ZipFile(archive.toFile())) {
      Enumeration<? extends ZipEntry> entries = zip.entries();
      while (entries.hasMoreElements()) {
        ZipEntry entry = entries.nextElement();
        if (!entry.isDirectory() && !isLitter(entry.getName())) {
          count();
          write(zip, entry, place(target, entry.getName()));
        }
      }
    }
  }

  /** What macOS adds. */
  private static boolean isLitter(String name) {
    return name.startsWith("__MACOSX/") || name.endsWith(".DS_Store");
  }

  private void count() throws TooMuch {
    files++;
    if (files > limits.files()) {
      throw new TooMuch("It holds more than %s files.".formatted(limits.files()));
    }
  }

  private static Path place(Path target, String name) throws IOException {
    String[] parts = name.replace('\\', '/').split("/");
    boolean leadsOut = name.startsWith("/") || name.matches("^[A-Za-z]:.*");
    for (String part : parts) {
      leadsOut |= part.equals("..");
    }
    if (leadsOut) {
      throw new ZipException("the path \"%s\" in it leads out of the archive".formatted(name));
    }
    Path place = Uploads.below(target, name);
    if (Files.exists(place)) {
      throw new ZipException("it holds \"%s\" twice".formatted(name));
    }
    return place;
  }

  private void write(ZipFile zip, ZipEntry entry, Path file) throws IOException {
    Files.createDirectories(file.getParent());
    byte[] block = new byte[1 << 16];
    try (InputStream in = zip.getInputStream(entry);
        OutputStream out = Files.newOutputStream(file)) {
      for (int read = in.read(block); read >= 0; read = in.read(block)) {
        bytes += read;
        if (bytes > limits.unpacked()) {
          throw new TooMuch("It unpacks to more than %s bytes.".formatted(limits.unpacked()));
        }
        out.write(block, 0, read);
      }
    }
  }
}
