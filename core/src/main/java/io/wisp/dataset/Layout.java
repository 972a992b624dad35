package io.wisp.dataset;

import io.wisp.dataset.ObjectChoice.Span;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A way in which data sets lie in folders: what is known of one challenge or archive. To add one,
 * name the class, which has a public constructor without parameters, in {@code
 * META-INF/services/io.wisp.dataset.Layout}.
 */
public interface Layout {
  /** The name by which people choose it, in lower case: {@code brats}. */
  String name();

  /** Folders and files as a person reads them, such as {@code TCGA_*}{@code /TCGA_*_N.tif}. */
  String form();

  /** The kinds of scan that it knows, that which is usual first. */
  List<String> modalities();

  /** The object that is taken if none is asked for: one of {@link #objects}, or {@code all}. */
  default String object() {
    return ObjectChoice.ALL.name();
  }

  /** The objects that have a name, with their values in a mask. */
  default Map<String, List<Span>> objects() {
    return Map.of();
  }

  /** Whether a folder that exists is laid out so. */
  boolean detect(Path source);

  /**
   * Finds the cases of a folder, whether it is detected or not.
   *
   * @param modalities the kinds of scan, one per channel
   * @param object which values of a mask are the object
   * @return among them those that lack a file, which tell so when they are read
   * @throws io.wisp.UserError if there is no case, a case is there twice, or there are no scans of
   *     a kind
   */
  FoundCases cases(Path source, List<String> modalities, ObjectChoice object);

  /**
   * The patient whose scan a case is, where cases have names that tell more than the patient, such
   * as a day. Asked of cases from anywhere, so the form of the name must be this layout's own.
   *
   * @return empty for a name of any other form
   */
  default Optional<String> patientOf(String caseId) {
    return Optional.empty();
  }

  /**
   * Why a file that no case uses is left out, for those who look for it.
   *
   * @param modalities the kinds of scan that were asked for
   * @return in words that fit other files as well; empty where it is no scan
   */
  default Optional<String> whyLeftOut(Path file, List<String> modalities) {
    return Optional.empty();
  }

  /** How names of files that are scans of a kind end, after a dash or underscore: {@code t2f}. */
  default List<String> endings(String modality) {
    return List.of();
  }

  /** Whether every case has a folder of this name, so that it names none. */
  default boolean isInEveryCase(String folder) {
    return false;
  }
}
