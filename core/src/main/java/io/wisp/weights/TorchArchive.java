package io.wisp.weights;

import io.wisp.BadFile;
import io.wisp.weights.TensorView.Storage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/**
 * The zip archive that {@code torch.save} writes: one folder with the table of tensors ({@code
 * data.pkl}) and a file of raw data for each storage, all stored uncompressed.
 */
final class TorchArchive {
  private static final long LONGEST_TABLE = 64L << 20;
  private static final int LONGEST_NOTE = 64;

  private final Path path;
  private final MappedFile file;
  private final Map<String, ZipArchiveEntry> entries;
  private final String folder;

  /** Lists the archive; the caller keeps the file open while data is taken from it. */
  TorchArchive(Path path, MappedFile file) throws IOException {
    this.path = path;
    this.file = file;
    LegacyCheckpoints.refuse(path, file);
    this.entries = list();
    this.folder = folder();
    checkKind();
  }

  private Map<String, ZipArchiveEntry> list() {
    Map<String, ZipArchiveEntry> byName = new HashMap<>();
    try {
      ZipFile zip = ZipFile.builder().setSeekableByteChannel(file.channel()).get();
      for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
        if (byName.put(entry.getName(), entry) != null) {
          throw new IOException("it lists %s twice".formatted(Names.quote(entry.getName())));
        }
      }
    } catch (IOException | RuntimeException e) {
      throw new BadFile(
          path,
          "%s is damaged or cut short: its zip directory cannot be read. Copy or download it again."
              .formatted(path),
          e);
    }
    return byName;
  }

  private String folder() {
    List<String> tables =
        entries.keySet().stream().filter(name -> name.matches("[^/]+/data\\.pkl")).toList();
    if (tables.size() != 1) {
      throw new BadFile(
          path,
          path
              + " is a zip archive, but not one that torch.save wrote: it has no single data.pkl."
              + " In Python, write the weights with torch.save(model.state_dict(), 'weights.pt').");
    }
    String table = tables.get(0);
    return table.substring(0, table.lastIndexOf('/') + 1);
  }

  private void checkKind() throws IOException {
    if (entries.containsKey(folder + "constants.pkl")) {
      throw new BadFile(
          path,
          path
              + " is a TorchScript program, not weights. In Python: torch.save(torch.jit.load('"
              + path.getFileName()
              + "').state_dict(), 'weights.pt')");
    }
    String order = folder + "byteorder";
    if (entries.containsKey(order)) {
      String value = new String(bytes(order, LONGEST_NOTE), StandardCharsets.US_ASCII).strip();
      if (!value.equals("little")) {
        throw new BadFile(
            path,
            "%s was written on a machine of byte order %s; Wisp reads little-endian checkpoints: load"
                    .formatted(path, Names.quote(value))
                + " and save it again on a little-endian machine");
      }
    }
  }

  /** The pickle that names the tensors. */
  byte[] table() throws IOException {
    return bytes(folder + "data.pkl", LONGEST_TABLE);
  }

  /** A view of the storage's data. */
  ByteBuffer data(Storage storage) throws IOException {
    String name = folder + "data/" + storage.key();
    ZipArchiveEntry entry = entry(name);
    if (entry.getSize() != storage.bytes()) {
      throw new BadFile(
          path,
          "%s is damaged: %s has %s bytes where its tensors need %s"
              .formatted(path, Names.quote(name), entry.getSize(), storage.bytes()));
    }
    return file.part(Names.quote(name), entry.getDataOffset(), entry.getSize());
  }

  private byte[] bytes(String name, long most) throws IOException {
    ZipArchiveEntry entry = entry(name);
    if (entry.getSize() > most) {
      throw new BadFile(path, "%s is rejected: %s is too long".formatted(path, Names.quote(name)));
    }
    ByteBuffer part = file.part(Names.quote(name), entry.getDataOffset(), entry.getSize());
    byte[] bytes = new byte[part.remaining()];
    part.get(bytes);
    return bytes;
  }

  private ZipArchiveEntry entry(String name) {
    ZipArchiveEntry entry = entries.get(name);
    if (entry == null) {
      throw new BadFile(path, "%s is damaged: it lacks %s".formatted(path, Names.quote(name)));
    }
    if (entry.getMethod() != ZipEntry.STORED || entry.getSize() != entry.getCompressedSize()) {
      throw new BadFile(
          path,
          "%s: %s is compressed, which torch.save never does. Unpack the archive and pack it again"
                  .formatted(path, Names.quote(name))
              + " without compression (zip -0 -r).");
    }
    return entry;
  }
}
