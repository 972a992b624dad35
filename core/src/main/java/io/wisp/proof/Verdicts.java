package io.wisp.proof;

import io.wisp.UserError;
import io.wisp.base.JsonFile;
import io.wisp.base.Version;
import io.wisp.engine.CpuFeatures;
import io.wisp.engine.Engine;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Earlier verdicts, so that only the first start takes time: in this process, and in a folder of
 * the user's cache. They hold for the same processor, LibTorch, threads, layers, and variables that
 * choose LibTorch's kernels.
 */
public final class Verdicts {
  private static final Logger LOG = LoggerFactory.getLogger(Verdicts.class);
  private static final Map<String, Verdict> KNOWN = new ConcurrentHashMap<>();

  /** Part of every key: raised when the proof itself changes. */
  private static final int EDITION = 1;

  private static final List<String> KERNEL_CHOICES =
      List.of(
          "ONEDNN_MAX_CPU_ISA",
          "DNNL_MAX_CPU_ISA",
          "ONEDNN_CPU_ISA_HINTS",
          "ONEDNN_DEFAULT_FPMATH_MODE",
          "ATEN_CPU_CAPABILITY",
          "OPENBLAS_CORETYPE");

  private Verdicts() {}

  /** The verdict known for these layers in the engine's format. */
  public static Optional<Verdict> find(Engine engine, List<String> layers) {
    String key = key(engine, layers);
    Verdict known = KNOWN.get(key);
    if (known != null) {
      return Optional.of(known);
    }
    try {
      Optional<Verdict> kept = JsonFile.read(file(key), Verdict.class);
      kept.ifPresent(verdict -> KNOWN.put(key, verdict));
      return kept;
    } catch (UserError damaged) {
      LOG.info("{}", damaged.getMessage());
      return Optional.empty();
    }
  }

  /** Keeps a verdict; if the cache cannot be written, in this process only. */
  public static void keep(Engine engine, List<String> layers, Verdict verdict) {
    String key = key(engine, layers);
    KNOWN.put(key, verdict);
    try {
      JsonFile.write(file(key), verdict);
    } catch (UserError unwritable) {
      LOG.info("{}", unwritable.getMessage());
    }
  }

  private static Path file(String key) {
    return folder().resolve(key + ".json");
  }

  /** {@code WISP_CACHE}, or this system's cache folder. */
  private static Path folder() {
    return Stream.of(
            variable("WISP_CACHE", ""),
            variable("XDG_CACHE_HOME", "wisp"),
            variable("LOCALAPPDATA", "wisp"))
        .flatMap(Optional::stream)
        .findFirst()
        .orElse(Path.of(System.getProperty("user.home"), ".cache", "wisp"))
        .resolve("proofs");
  }

  private static Optional<Path> variable(String name, String below) {
    return Optional.ofNullable(System.getenv(name))
        .filter(text -> !text.isBlank())
        .map(text -> Path.of(text, below));
  }

  private static String key(Engine engine, List<String> layers) {
    List<String> facts = new ArrayList<>();
    facts.add("edition " + EDITION);
    facts.add(Version.libtorch());
    facts.add(engine.deviceType() + " " + engine.precision() + " " + engine.threads().count());
    facts.add(CpuFeatures.detect().toString());
    KERNEL_CHOICES.forEach(name -> facts.add(name + "=" + System.getenv(name)));
    facts.addAll(layers);
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256")
              .digest(String.join("\n", facts).getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest, 0, 16);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
