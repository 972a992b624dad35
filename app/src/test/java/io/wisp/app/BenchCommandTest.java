package io.wisp.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class BenchCommandTest {
  private static final List<String> TINY =
      List.of(
          "--model-preset",
          "demo",
          "--set",
          "network.image_size=16",
          "--set",
          "network.channel_mult=[1, 2]",
          "--set",
          "train.batch=2",
          "--quick",
          "--device",
          "cpu",
          "--progress",
          "never");

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Test
  void jsonTellsTheMachineAndTheFigures() throws IOException {
    int code =
        bench("--json", "--only", "forward,memory", "--batches", "1", "--precision", "bfloat16");

    assertThat(code).as(err.toString()).isZero();
    JsonNode report = new ObjectMapper().readTree(out.toString());
    assertThat(report.get("libtorch").asText()).isNotEmpty();
    assertThat(report.get("device").asText()).isEqualTo("cpu");
    assertThat(report.get("reason").asText()).contains("asked for");
    assertThat(report.get("threads").asInt()).isPositive();
    assertThat(report.get("preset").asText()).isEqualTo("demo");
    assertThat(report.at("/measurements/0/precision").asText()).isEqualTo("float32");
    assertThat(report.at("/measurements/1/precision").asText()).isEqualTo("bfloat16");
    assertThat(report.at("/measurements/1/seconds_per_unit").asDouble()).isPositive();
    assertThat(report.at("/measurements/1/times_float32").asDouble()).isPositive();
    assertThat(report.at("/measurements/1/seconds_per_run/runs").asInt()).isPositive();
    assertThat(report.at("/convolutions/0/share").asDouble()).isPositive();
    assertThat(report.get("memory").asLong()).isPositive();
    assertThat(report.get("peak_memory").isArray()).isTrue();
  }

  @Test
  void tablesTellTheSameToPeople() {
    assertThat(bench("--only", "forward", "--batches", "1", "--precision", "float32")).isZero();

    assertThat(out.toString())
        .contains("Computes on", "The network of demo: ", "x float32", "share of their rate")
        .containsPattern("forward, batch 1 +float32 +\\S+ +image +\\S+ +1.00 +\\d+, ")
        .doesNotContainPattern("forward, batch 1 +bfloat16");
  }

  @Test
  void mistakesAreNamed() {
    assertThat(bench("--batches", "0")).isEqualTo(2);
    assertThat(err.toString()).contains("--batches holds 0");

    assertThat(bench("--only", "speed")).isEqualTo(2);
    assertThat(err.toString()).contains("--only");

    assertThat(wisp("bench", "--model-preset", "huge")).isEqualTo(2);
    assertThat(err.toString()).contains("There is no preset 'huge'");
  }

  private int bench(String... options) {
    List<String> arguments = new ArrayList<>(List.of("bench"));
    arguments.addAll(TINY);
    arguments.addAll(List.of(options));
    return wisp(arguments.toArray(String[]::new));
  }

  private int wisp(String... arguments) {
    return Main.run(new PrintWriter(out, true), new PrintWriter(err, true), arguments);
  }
}
