package io.wisp.weights;

import static org.assertj.core.api.Assertions.assertThat;

import io.wisp.UserError;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.IntRange;

/** Whatever the bytes are: weights, or a sentence that names the file. */
class CheckpointFuzzTest {
  private static final byte[] TINY = tiny();
  private static final String OPCODES = "(.012NKMX()}]abcdehjqrstuQR\u0080\u0081\u0085\u0086\u0094";

  @Property(tries = 2000)
  void survivesChangedBytes(
      @ForAll @IntRange(max = 1390) int place,
      @ForAll byte value,
      @ForAll @IntRange(max = 8) int n) {
    byte[] bytes = TINY.clone();
    for (int i = place; i < Math.min(place + n, bytes.length); i++) {
      bytes[i] = value;
    }
    assertReadsOrTells(dir -> CheckpointZip.write(dir.resolve("f.pt"), bytes));
  }

  @Property(tries = 2000)
  void survivesRandomPickles(@ForAll("pickles") byte[] pickle) {
    assertReadsOrTells(dir -> CheckpointZip.write(dir.resolve("f.pt"), pickle, new byte[4]));
  }

  @Property(tries = 300)
  void survivesRandomBytes(@ForAll byte[] bytes) {
    assertReadsOrTells(dir -> CheckpointZip.write(dir.resolve("f.pt"), bytes));
  }

  @Provide
  Arbitrary<byte[]> pickles() {
    Arbitrary<Byte> opcode = Arbitraries.of(toBytes(OPCODES));
    Arbitrary<Byte> any =
        Arbitraries.frequencyOf(Tuple.of(9, opcode), Tuple.of(1, Arbitraries.bytes()));
    return any.array(byte[].class).ofMaxSize(60);
  }

  private static Byte[] toBytes(String text) {
    return text.chars().mapToObj(c -> (byte) c).toArray(Byte[]::new);
  }

  private interface Writer {
    Path write(Path folder);
  }

  private static void assertReadsOrTells(Writer writer) {
    try {
      Path folder = Files.createTempDirectory("wisp-hostile");
      Path file = writer.write(folder);
      try {
        assertThat(TorchCheckpoint.read(file).tensors()).isNotNull();
      } catch (UserError e) {
        assertThat(e).hasMessageContaining("f.pt");
      } finally {
        Files.delete(file);
        Files.delete(folder);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] tiny() {
    try (InputStream in = CheckpointFuzzTest.class.getResourceAsStream("tiny.pt")) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
