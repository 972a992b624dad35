package io.wisp.golden;

import io.wisp.UserError;
import io.wisp.engine.Engine;
import io.wisp.engine.Precision;
import io.wisp.engine.Scope;
import io.wisp.weights.Safetensors;
import io.wisp.weights.TensorFile;
import io.wisp.weights.TorchCheckpoint;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The check of one file; every failure becomes a finding. */
final class FileCheck {
  private static final Logger LOG = LoggerFactory.getLogger(FileCheck.class);
  private static final String SAFETENSORS = ".safetensors";
  private static final String WHOLE_FILE = "file";

  private final Engine engine;
  private final Findings findings;

  private FileCheck(Engine engine, Findings findings) {
    this.engine = engine;
    this.findings = findings;
  }

  static Findings run(Path path, Engine engine) {
    String name = path.getFileName().toString();
    boolean golden = name.endsWith(SAFETENSORS);
    Findings findings = new Findings(name, golden ? "" : "state dict: ");
    FileCheck check = new FileCheck(engine, findings);
    try (Scope scope = new Scope()) {
      if (golden) {
        check.golden(Safetensors.read(path));
      } else {
        check.stateDict(path);
      }
    } catch (UserError e) {
      findings.fail(WHOLE_FILE, e.getMessage());
    } catch (RuntimeException e) {
      LOG.info("{} cannot be checked", path, e);
      findings.fail(WHOLE_FILE, "its parts do not fit together: " + firstLine(e));
    }
    return findings;
  }

  private void golden(TensorFile file) {
    Optional<GoldenKind> kind = kindOf(file);
    if (kind.isEmpty()) {
      return;
    }
    compareAll(file, kind.get(), engine.with(Precision.FLOAT32));
    if (kind.get().isNetwork() && engine.precision() != Precision.FLOAT32) {
      kind.get().check().run(new GoldenFile(file, engine), findings);
    }
  }

  private void compareAll(TensorFile file, GoldenKind kind, Engine float32) {
    GoldenFile golden = new GoldenFile(file, float32);
    kind.check().run(golden, findings);
    if (findings.isEmpty()) {
      findings.fail(WHOLE_FILE, "it holds nothing to compare");
    } else if (!findings.results().isEmpty()) {
      golden.unused().forEach(name -> findings.skip(name, "Wisp does not know this quantity"));
    }
  }

  private Optional<GoldenKind> kindOf(TensorFile file) {
    String text = file.metadata().getOrDefault("kind", "no kind");
    Optional<GoldenKind> kind = GoldenKind.of(text);
    if (kind.isEmpty()) {
      findings.skip(text, "Wisp does not know this kind");
    }
    return kind;
  }

  /** Weights as PyTorch wrote them, compared with the golden values beside them. */
  private void stateDict(Path path) {
    String name = path.getFileName().toString();
    String stem = name.substring(0, name.lastIndexOf('.'));
    Path beside = path.resolveSibling(stem + SAFETENSORS);
    if (!Files.isRegularFile(beside)) {
      findings.skip("state dict", "no " + beside.getFileName() + " beside it to compare with");
      return;
    }
    TensorFile values = Safetensors.read(beside);
    String kindText = values.metadata().getOrDefault("kind", "");
    Optional<GoldenKind> kind = GoldenKind.of(kindText).filter(GoldenKind::isNetwork);
    if (kind.isEmpty()) {
      findings.skip("state dict", beside.getFileName() + " is not about a network");
      return;
    }
    TensorFile weights = TorchCheckpoint.read(path);
    GoldenFile golden = new GoldenFile(values, engine.with(Precision.FLOAT32));
    if (kind.get() == GoldenKind.UNET) {
      NetworkChecks.unet(golden, weights, findings);
    } else {
      NetworkChecks.encoder(golden, weights, findings);
    }
  }

  private static String firstLine(RuntimeException e) {
    return String.valueOf(e.getMessage()).lines().findFirst().orElse(e.getClass().getSimpleName());
  }
}
