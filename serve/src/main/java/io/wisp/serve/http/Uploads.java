package io.wisp.serve.http;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.MultiPart;
import org.eclipse.jetty.http.MultiPart.Part;
import org.eclipse.jetty.http.MultiPartFormData;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.Promise;

/** Receives the files of a form, within limits, into a folder that is new. */
public final class Uploads {
  private static final int HEADERS = 8 << 10;
  private static final int LONGEST_PART = 120;

  private final UploadLimits limits;

  public Uploads(UploadLimits limits) {
    this.limits = limits;
  }

  public UploadLimits limits() {
    return limits;
  }

  /**
   * Writes the files of a request below a folder, by the paths that they are sent with, which may
   * hold folders but never lead out.
   *
   * @throws HttpError if the request is no form, or beyond the limits
   */
  public List<Path> receive(Call call, Path folder) throws IOException {
    Request request = call.request();
    String type = request.getHeaders().get(HttpHeader.CONTENT_TYPE);
    String boundary = type == null ? null : MultiPart.extractBoundary(type);
    if (boundary == null || !type.toLowerCase(Locale.ROOT).startsWith("multipart/form-data")) {
      throw new HttpError(415, "Files must be sent as multipart/form-data.");
    }
    if (request.getLength() > limits.bytes()) {
      throw tooLarge();
    }
    MultiPartFormData.Parser parser = new MultiPartFormData.Parser(boundary);
    parser.setFilesDirectory(folder);
    parser.setMaxLength(limits.bytes());
    parser.setMaxFileSize(limits.bytes());
    parser.setMaxParts(limits.files());
    parser.setMaxMemoryFileSize(1 << 16);
    parser.setPartHeadersMaxLength(HEADERS);
    parser.setUseFilesForPartsWithoutFileName(false);
    CompletableFuture<MultiPartFormData.Parts> parsed = new CompletableFuture<>();
    parser.parse(request, Promise.Invocable.toPromise(parsed));
    try (MultiPartFormData.Parts parts = parsed.join()) {
      return write(parts, folder);
    } catch (CompletionException e) {
      throw failure(e.getCause() == null ? e : e.getCause());
    }
  }

  private HttpError failure(Throwable cause) {
    String text = String.valueOf(cause.getMessage()).toLowerCase(Locale.ROOT);
    if (text.contains("exceed") || text.contains("max")) {
      return tooLarge();
    }
    return HttpError.bad("The form cannot be read: %s.".formatted(cause.getMessage()));
  }

  private HttpError tooLarge() {
    return new HttpError(
        413,
        "The upload is larger than %s bytes or %s files: send less at once, or read a folder of this machine."
            .formatted(limits.bytes(), limits.files()));
  }

  private List<Path> write(MultiPartFormData.Parts parts, Path folder) throws IOException {
    List<Path> files = new ArrayList<>();
    Set<Path> taken = new HashSet<>();
    for (Part part : parts) {
      if (part.getFileName() != null && !part.getFileName().isBlank()) {
        Path file = free(below(folder, part.getFileName()), taken);
        Files.createDirectories(file.getParent());
        part.writeTo(file);
        files.add(file);
      }
    }
    if (files.isEmpty()) {
      throw HttpError.bad("The form holds no file.");
    }
    return files;
  }

  /** A name that none has taken, in whichever letter case. */
  private static Path free(Path wanted, Set<Path> taken) {
    Path file = wanted;
    for (int n = 2; !taken.add(lower(file)); n++) {
      file = wanted.resolveSibling(n + "-" + wanted.getFileName());
    }
    return file;
  }

  private static Path lower(Path file) {
    return file.resolveSibling(file.getFileName().toString().toLowerCase(Locale.ROOT));
  }

  /**
   * Where a path that was sent lies below a folder: without drives, roots, and steps up.
   *
   * @throws HttpError if it leads nowhere
   */
  public static Path below(Path folder, String sent) {
    Path place = folder;
    for (String part : sent.replace('\\', '/').split("/")) {
      String plain = part.replaceAll("[\\p{Cntrl}<>:\"|?*]", "_").strip();
      if (plain.length() > LONGEST_PART) {
        plain = plain.substring(plain.length() - LONGEST_PART);
      }
      if (!plain.isEmpty() && !plain.equals(".") && !plain.equals("..")) {
        place = place.resolve(plain.startsWith(".") ? "_" + plain.substring(1) : plain);
      }
    }
    if (place.equals(folder)) {
      throw HttpError.bad("\"%s\" is no name of a file.".formatted(sent));
    }
    return place;
  }
}
