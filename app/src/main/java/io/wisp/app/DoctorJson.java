package io.wisp.app;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.wisp.base.SettingsTree;
import io.wisp.golden.GoldenResult;
import io.wisp.golden.GoldenSkip;
import io.wisp.golden.GoldenSuite.Outcome;
import io.wisp.proof.Verdict;
import java.util.List;

/** What {@code wisp doctor --json} prints. */
final class DoctorJson {
  private DoctorJson() {}

  /** One object: the machine's properties, then the results. */
  static String of(MachineFacts facts, List<PresetProof> proofs, Outcome outcome) {
    ObjectNode all = SettingsTree.tree(facts);
    var proved = all.putArray("proofs");
    proofs.forEach(proof -> proved.add(node(proof)));
    var results = all.putArray("results");
    outcome.results().forEach(result -> results.add(node(result)));
    var skipped = all.putArray("skipped");
    outcome.skipped().forEach(skip -> skipped.add(node(skip)));
    return all.put("passes", outcome.passes()).toPrettyString();
  }

  private static ObjectNode node(PresetProof proof) {
    Verdict verdict = proof.verdict();
    ObjectNode node =
        SettingsTree.JSON
            .createObjectNode()
            .put("preset", proof.preset())
            .put("precision", verdict.precision().text())
            .put("layers", verdict.layers());
    node.put("error", Double.isFinite(verdict.error()) ? (Double) verdict.error() : null);
    return node.put("right", verdict.right()).put("verdict", verdict.sentence());
  }

  private static ObjectNode node(GoldenResult result) {
    ObjectNode node =
        SettingsTree.JSON
            .createObjectNode()
            .put("file", result.file())
            .put("quantity", result.quantity())
            .put("computed_in", DoctorText.computedIn(result));
    node.put("error", Double.isFinite(result.error()) ? (Double) result.error() : null);
    node.put("bound", result.bound());
    node.put("passes", result.passes());
    return node.put("note", result.note().orElse(null));
  }

  private static ObjectNode node(GoldenSkip skip) {
    return SettingsTree.tree(skip);
  }
}
