package io.wisp.layout;

import io.wisp.Remedy;
import io.wisp.UserError;
import io.wisp.base.Folders;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** A kind of scan in the CHAOS challenge. */
enum ChaosSequence {
  T2SPIR("T2SPIR", ""),
  T1DUAL_IN("T1DUAL", "InPhase"),
  T1DUAL_OUT("T1DUAL", "OutPhase");

  private final String folder;
  private final String phase;

  ChaosSequence(String folder, String phase) {
    this.folder = folder;
    this.phase = phase;
  }

  /** As a person asks for it: {@code t2spir}, {@code t1dual-in}, {@code t1dual-out}. */
  String text() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static ChaosSequence parse(String text) {
    return Arrays.stream(values())
        .filter(sequence -> sequence.text().equalsIgnoreCase(text))
        .findFirst()
        .orElseThrow(
            () ->
                new UserError(
                    "CHAOS has no %s scans: ask for %s"
                        .formatted(
                            text,
                            Arrays.stream(values())
                                .map(ChaosSequence::text)
                                .collect(Collectors.joining(", "))),
                    Remedy.MODALITY));
  }

  /** The folder with the DICOM files of a case, called so in any letter case. */
  Path series(Path caseFolder) {
    return Folders.child(Folders.child(Folders.child(caseFolder, folder), "DICOM_anon"), phase);
  }

  /** The folder with the truth of a case. */
  Path ground(Path caseFolder) {
    return Folders.child(Folders.child(caseFolder, folder), "Ground");
  }
}
