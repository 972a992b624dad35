package io.wisp;

import java.io.File;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

/**
 * The library loaded once more, with providers of somebody else's on its class path. They are named
 * in a folder of the test's, lest every other test sees them.
 */
public final class ThirdParty {
  private final Path folder;

  /**
   * @param folder where services files are written
   */
  public ThirdParty(Path folder) {
    this.folder = folder;
  }

  /** Names a class as the provider of an interface. */
  public ThirdParty with(Class<?> service, Class<?> provider) throws IOException {
    Path services = Files.createDirectories(folder.resolve("META-INF/services"));
    Files.writeString(services.resolve(service.getName()), provider.getName());
    return this;
  }

  /**
   * Runs code of the test in that library.
   *
   * @param code public, with a constructor without parameters
   */
  public String run(Class<? extends Callable<String>> code) throws Exception {
    List<URL> urls = new ArrayList<>(List.of(folder.toUri().toURL()));
    for (String part : System.getProperty("java.class.path").split(File.pathSeparator)) {
      urls.add(Path.of(part).toUri().toURL());
    }
    try (URLClassLoader loader =
        new URLClassLoader(urls.toArray(URL[]::new), ClassLoader.getPlatformClassLoader())) {
      Object copy = loader.loadClass(code.getName()).getDeclaredConstructor().newInstance();
      return (String) ((Callable<?>) copy).call();
    }
  }
}
