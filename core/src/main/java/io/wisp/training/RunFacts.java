package io.wisp.training;

import io.wisp.activation.RunKind;
import io.wisp.base.Version;
import io.wisp.engine.CpuFeatures;
import io.wisp.engine.Engine;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * Where and with what a run was made.
 *
 * @param kind what was trained
 * @param wisp version of Wisp
 * @param libtorch version of the engine
 * @param java version of the virtual machine
 * @param system operating system and processor architecture
 * @param processor its name
 * @param device device and number format, with reasons
 * @param threads threads per operator
 * @param threadsReason why that many
 * @param parameters number of values in the network
 * @param store the store it was trained on
 * @param begun when
 */
public record RunFacts(
    RunKind kind,
    String wisp,
    String libtorch,
    String java,
    String system,
    String processor,
    String device,
    int threads,
    String threadsReason,
    long parameters,
    String store,
    String begun) {

  /** The facts of a run that begins now. */
  public static RunFacts of(RunKind kind, Engine engine, long parameters, String store) {
    return new RunFacts(
        kind,
        Version.text(),
        Version.libtorch(),
        Runtime.version().toString(),
        System.getProperty("os.name") + " " + System.getProperty("os.arch"),
        CpuFeatures.detect().model(),
        engine.reason(),
        engine.threads().count(),
        engine.threads().reason(),
        parameters,
        store,
        Instant.now().truncatedTo(ChronoUnit.SECONDS).toString());
  }
}
