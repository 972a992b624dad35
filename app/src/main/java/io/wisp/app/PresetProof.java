package io.wisp.app;

import io.wisp.StopSignal;
import io.wisp.engine.Engine;
import io.wisp.engine.Engine.IfWrong;
import io.wisp.engine.Precision;
import io.wisp.network.NetworkProof;
import io.wisp.proof.Verdict;
import io.wisp.training.RunSettings;
import java.util.List;
import java.util.Optional;

/**
 * Whether the layers of a preset's network come out right in a number format here.
 *
 * @param preset its name
 * @param verdict found now
 */
record PresetProof(String preset, Verdict verdict) {
  private static final List<String> PRESETS = List.of("demo", "small", "paper");

  /**
   * Of the presets that differ in their layers; none where the format is float32, the reference.
   *
   * @throws java.util.concurrent.CancellationException if a stop is requested before the end
   */
  static List<PresetProof> all(Engine engine, StopSignal stop) {
    if (engine.precision() == Precision.FLOAT32) {
      return List.of();
    }
    return PRESETS.stream().map(preset -> of(preset, engine, stop)).toList();
  }

  private static PresetProof of(String preset, Engine engine, StopSignal stop) {
    return new PresetProof(
        preset, NetworkProof.fresh(RunSettings.preset(preset).network(), engine, stop));
  }

  static boolean allRight(List<PresetProof> proofs) {
    return proofs.stream().allMatch(proof -> proof.verdict.right());
  }

  /** The engine that commands would use after these proofs. */
  static Engine engine(Engine asked, List<PresetProof> proofs) {
    Optional<PresetProof> wrong =
        proofs.stream().filter(proof -> !proof.verdict.right()).findFirst();
    if (wrong.isEmpty() || asked.ifWrong() != IfWrong.FALL_BACK) {
      return asked;
    }
    return NetworkProof.inFloat32(wrong.get().verdict, asked);
  }
}
