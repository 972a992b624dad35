package io.wisp.dicom;

import io.wisp.UserError;
import io.wisp.dicom.DataSetReader.Element;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.zip.ZipException;

/**
 * A DICOM file with pixels. Every failure that a file causes is a {@link UserError} that names the
 * file.
 *
 * @param path of the file
 * @param header what it says of itself
 */
record DicomFile(Path path, DicomHeader header) {
  private static final String DIRECTORY_CLASS = "1.2.840.10008.1.3.10";

  /** Takes the values of a frame as they are stored, row by row; rescaling is not done. */
  @FunctionalInterface
  interface FrameConsumer {
    void accept(int frame, double[] stored);
  }

  private interface Work<T> {
    T run(ByteSource source, DataSetReader reader) throws IOException, BadDicom;
  }

  /** Whether a file begins as DICOM files do; one that cannot be read does not. */
  static boolean isDicom(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      return FileStart.isDicom(in.readNBytes(FileStart.LENGTH));
    } catch (IOException e) {
      return false;
    }
  }

  /**
   * Reads a file's header, not its pixels.
   *
   * @throws UserError if it is damaged, or cannot be used
   */
  static DicomFile open(Path file) {
    return find(file)
        .orElseThrow(() -> new UserError(file + " is a DICOM file without pixels: leave it out."))
        .checked();
  }

  /**
   * @return this
   * @throws UserError if it is whole, but holds what Wisp cannot use
   */
  DicomFile checked() {
    if (header.flaw().isPresent()) {
      throw new UserError("%s %s.".formatted(path, header.flaw().get()));
    }
    return this;
  }

  /**
   * As {@link #open}, for a file that may hold something else than pixels, such as a report or the
   * index of a disc ({@code DICOMDIR}), or pictures of another kind, see {@link #checked}.
   */
  static Optional<DicomFile> find(Path file) {
    return with(
        file,
        (source, reader) -> {
          TransferSyntax syntax = syntax(reader);
          if (reader.data().text(Tag.SOP_CLASS_OF_FILE).equals(DIRECTORY_CLASS)) {
            return Optional.empty();
          }
          Element pixels = reader.readToPixels(syntax);
          if (pixels == null && !reader.data().has(Tag.ROWS)) {
            return Optional.empty();
          }
          if (pixels == null) {
            throw new BadDicom("is cut off before its pixels: fetch it again");
          }
          return Optional.of(
              new DicomFile(file, DicomHeader.of(syntax, reader.data(), pixels.tag())));
        });
  }

  private static TransferSyntax syntax(DataSetReader reader) throws IOException, BadDicom {
    Optional<TransferSyntax> seen = reader.readMeta();
    String uid = reader.data().text(Tag.TRANSFER_SYNTAX);
    if (uid.isEmpty()) {
      return seen.orElse(TransferSyntax.IMPLICIT_LITTLE_ENDIAN);
    }
    return TransferSyntax.of(uid)
        .orElseThrow(
            () ->
                new BadDicom(
                    "is encoded in the transfer syntax %s, which Wisp does not know: convert it with %s"
                        .formatted(uid, TransferSyntax.GDCMCONV)));
  }

  /**
   * Reads the pixels, a frame after the other.
   *
   * @throws UserError if they are packed in a way that Wisp does not read, cut off or damaged
   */
  void readFrames(FrameConsumer consumer) {
    with(
        path,
        (source, reader) -> {
          if (header.syntax().packing() == TransferSyntax.Packing.FOREIGN) {
            throw new BadDicom(
                "is packed as %s (%s), which Wisp does not read: convert it with %s"
                    .formatted(
                        header.syntax().words(),
                        header.syntax().uid(),
                        header.syntax().converter()));
          }
          reader.readMeta();
          Element pixels = reader.readToPixels(header.syntax());
          if (pixels == null) {
            throw new BadDicom("has changed while it was read: try again");
          }
          new PixelReader(source, reader, header.syntax(), header.pixels()).read(pixels, consumer);
          return null;
        });
  }

  private static <T> T with(Path file, Work<T> work) {
    try (ByteSource source = new ByteSource(file)) {
      return work.run(source, new DataSetReader(source));
    } catch (BadDicom e) {
      throw new UserError(file + " " + e.getMessage() + ".", e);
    } catch (NoSuchFileException e) {
      throw new UserError(file + " does not exist: check the path.", e);
    } catch (EOFException e) {
      throw new UserError(file + " ends too early: it is cut off, fetch it again.", e);
    } catch (ZipException e) {
      throw new UserError(
          "%s is damaged, its compressed data do not unpack (%s): fetch it again."
              .formatted(file, e.getMessage()),
          e);
    } catch (IOException e) {
      throw new UserError("%s cannot be read: %s.".formatted(file, e.getMessage()), e);
    }
  }
}
