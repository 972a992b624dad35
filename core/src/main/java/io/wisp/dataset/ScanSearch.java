package io.wisp.dataset;

import io.wisp.UserError;
import io.wisp.dataset.SourceFolder.LeftOut;
import io.wisp.volume.Volumes;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The scans of a folder that a model is to look at: those whose names tell its kinds of scan; where
 * no name does so, those whose names tell no other kind.
 *
 * @param folder which is searched, with the folders in it
 * @param modalities the kinds of scan that the model looks at
 * @param found all scans of the folder, masks among them
 * @param chosen those to look at
 */
record ScanSearch(Path folder, List<String> modalities, List<Path> found, List<Path> chosen) {

  /**
   * @throws UserError if there is no scan to look at
   */
  static ScanSearch in(Path folder, List<String> modalities) {
    List<Path> found = Volumes.find(folder);
    if (found.isEmpty()) {
      throw new UserError(
          "The folder %s holds no scan, that is, none that is %s."
              .formatted(folder, Volumes.formats()));
    }
    List<Path> scans = found.stream().filter(file -> !ScanNames.isMask(file)).toList();
    List<Path> named =
        scans.stream()
            .filter(
                file -> modalities.stream().anyMatch(kind -> ScanNames.tell(file, folder, kind)))
            .toList();
    List<Path> chosen =
        named.isEmpty()
            ? scans.stream()
                .filter(file -> !ScanNames.tellAnother(file, folder, modalities))
                .toList()
            : named;
    if (chosen.isEmpty()) {
      throw new UserError(
          "The folder %s holds no %s scan by the names of its files: %s%s. Give the files that are meant."
              .formatted(
                  folder,
                  String.join(" or ", modalities),
                  found.stream()
                      .limit(3)
                      .map(file -> folder.relativize(file).toString())
                      .collect(Collectors.joining(", ")),
                  found.size() > 3 ? ", …" : ""));
    }
    return new ScanSearch(folder, modalities, found, chosen);
  }

  /**
   * What of the folder is not used, by paths that begin with the folder's.
   *
   * @param used files, and folders as a whole
   */
  List<LeftOut> leftOut(Set<Path> used) {
    return FolderContents.unused(folder, used, this::why).stream()
        .map(one -> new LeftOut(folder.resolve(one.path()).toString(), one.reason()))
        .toList();
  }

  private Optional<String> why(Path file) {
    Path scan = found.contains(file) ? file : file.getParent();
    if (chosen.contains(scan)) {
      return Optional.of("no picture of the series in its folder");
    }
    if (!found.contains(scan)) {
      return Optional.empty();
    }
    String kinds = String.join(", ", modalities);
    return Optional.of(
        ScanNames.isMask(scan)
            ? "a mask or map by its name"
            : ScanNames.tellAnother(scan, folder, modalities)
                ? "another kind of scan than " + kinds
                : "its name does not tell that it is " + kinds);
  }
}
