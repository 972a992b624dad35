package io.wisp.training;

import io.soabase.recordbuilder.core.RecordBuilder;
import io.wisp.BadSetting;
import io.wisp.activation.MapMethod;
import io.wisp.activation.SupervisedSettings;
import io.wisp.mask.Refinement;
import java.util.List;

/**
 * The student: a segmenter that learns from pseudo-masks, which a weak method made.
 *
 * @param rounds how often a student is trained; from the second on the masks are those of the
 *     student before
 * @param agree methods beside the teacher's: in the first round only pixels of which they say the
 *     same are learned from, and slices are kept by how far the methods agree; empty for the
 *     teacher's masks as they are
 * @param agreement how many of them must say the same
 * @param shareKept the share of positive slices that is trained on, the most confident ones, in (0,
 *     1]
 * @param softness width of the teacher's masks' edges: p = σ((map − threshold) / softness) with the
 *     map scaled to [0, 1]; later masks are the student's probabilities. 0 makes hard masks
 * @param loss what is made small
 * @param threshold pixels of a higher probability are the object, in [0, 1)
 * @param refinement what snaps the edges of its probabilities to those of the image before
 * @param train how each round is trained
 */
@RecordBuilder
public record StudentSettings(
    int rounds,
    List<MapMethod> agree,
    Agreement agreement,
    double shareKept,
    double softness,
    SegmentationLoss loss,
    double threshold,
    Refinement refinement,
    TrainSettings train)
    implements StudentSettingsBuilder.With {

  public StudentSettings {
    agree = List.copyOf(agree);
    check(
        agree.stream().noneMatch(MapMethod::supervised),
        "agree",
        agree.stream().map(MapMethod::methodName).toList(),
        "methods that have not learned from masks");
    check(agreement != null, "agreement", agreement, "all or most");
    check(rounds >= 1, "rounds", rounds, "at least 1");
    check(shareKept > 0 && shareKept <= 1, "share_kept", shareKept, "above 0, up to 1");
    check(softness >= 0 && softness <= 1, "softness", softness, "in [0, 1]");
    check(loss != null, "loss", loss, "dice_ce, generalised_ce or dice_generalised_ce");
    check(threshold >= 0 && threshold < 1, "threshold", threshold, "in [0, 1)");
    check(refinement != null, "refinement", refinement, "a rule, radius and epsilon");
  }

  /** How masks are made from its probabilities. */
  public SupervisedSettings use() {
    return new SupervisedSettings(threshold, refinement);
  }

  private static void check(boolean holds, String name, Object value, String wanted) {
    BadSetting.unless(holds, "student." + name, value, wanted);
  }
}
