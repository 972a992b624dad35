package io.wisp.weights;

import static org.assertj.core.api.Assertions.assertThat;

import io.wisp.UserError;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

class SafetensorsPropertyTest {
  private static Path folder;

  @BeforeContainer
  static void makeFolder() throws IOException {
    folder = Files.createTempDirectory("wisp-safetensors");
  }

  @AfterContainer
  static void removeFolder() throws IOException {
    Files.deleteIfExists(folder.resolve("w.safetensors"));
    Files.delete(folder);
  }

  @Property(tries = 200)
  void readsBackWhatWasWritten(
      @ForAll("tensors") List<NamedArray> tensors, @ForAll("metadata") Map<String, String> said) {
    Path file = folder.resolve("w.safetensors");

    Safetensors.replace(file, said, tensors);
    TensorFile read = Safetensors.read(file);

    Map<String, NamedArray> expected = new HashMap<>();
    tensors.forEach(tensor -> expected.put(tensor.name(), tensor));
    assertThat(read.tensors()).isEqualTo(expected);
    assertThat(read.metadata()).isEqualTo(said);
  }

  @Property(tries = 1000)
  void survivesChangedBytes(
      @ForAll("tensors") List<NamedArray> tensors, @ForAll int place, @ForAll byte value)
      throws IOException {
    Path file = folder.resolve("w.safetensors");
    Safetensors.replace(file, Map.of("k", "v"), tensors);
    byte[] bytes = Files.readAllBytes(file);
    bytes[Math.floorMod(place, bytes.length)] = value;
    readsOrTells(CheckpointZip.write(file, bytes));
  }

  @Property(tries = 300)
  void survivesRandomBytes(@ForAll byte[] bytes) {
    readsOrTells(CheckpointZip.write(folder.resolve("w.safetensors"), bytes));
  }

  private static void readsOrTells(Path file) {
    try {
      assertThat(Safetensors.read(file).tensors()).isNotNull();
    } catch (UserError e) {
      assertThat(e).hasMessageContaining("w.safetensors");
    }
  }

  @Provide
  Arbitrary<List<NamedArray>> tensors() {
    return tensor().list().ofMaxSize(6).uniqueElements(NamedArray::name);
  }

  @Provide
  Arbitrary<Map<String, String>> metadata() {
    return Arbitraries.maps(text(), text()).ofMaxSize(3);
  }

  private static Arbitrary<NamedArray> tensor() {
    Arbitrary<long[]> shapes = Arbitraries.longs().between(0, 4).array(long[].class).ofMaxSize(4);
    return Combinators.combine(text(), Arbitraries.of(ElementType.class), shapes)
        .as(SafetensorsPropertyTest::filled);
  }

  private static NamedArray filled(String name, ElementType type, long[] shape) {
    byte[] bytes = new byte[(int) Shapes.elementCount(shape) * type.bytes()];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) (i * 37 + name.length());
    }
    return new NamedArray(name, type, shape, ByteBuffer.wrap(bytes));
  }

  private static Arbitrary<String> text() {
    return Arbitraries.strings().withCharRange(' ', '\uabcd').ofMaxLength(12);
  }
}
