package io.wisp.app;

import io.wisp.base.Version;
import picocli.CommandLine.IVersionProvider;

/** The versions that matter in a report of a fault, as the build noted them; loads no engine. */
final class Versions implements IVersionProvider {
  @Override
  public String[] getVersion() {
    return new String[] {
      "Wisp " + Version.text(),
      "LibTorch " + Version.libtorch(),
      "Java "
          + System.getProperty("java.runtime.version")
          + " ("
          + System.getProperty("java.vm.name")
          + ")",
      System.getProperty("os.name") + " " + System.getProperty("os.arch")
    };
  }
}
