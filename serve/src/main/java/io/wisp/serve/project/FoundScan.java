package io.wisp.serve.project;

import io.wisp.dataset.ScanReader;
import io.wisp.volume.ScanFormat;
import io.wisp.volume.Volume;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A scan that was found and is not yet part of the project.
 *
 * @param name what it is called
 * @param path its file or folder
 * @param series which of several series at the path
 * @param kind of scan
 */
record FoundScan(String name, Path path, Optional<String> series, String kind) {

  Volume read() {
    return read(path, series);
  }

  /**
   * Reads a scan.
   *
   * @throws io.wisp.UserError if it cannot be read, or must be resampled
   */
  static Volume read(Path path, Optional<String> series) {
    ScanReader reader =
        series
            .map(key -> ScanReader.STRICT.withChoice(ScanFormat.Choice.NONE.withSeries(key)))
            .orElse(ScanReader.STRICT);
    return reader.channels(List.of(path), List.of("the scan")).get(0);
  }
}
