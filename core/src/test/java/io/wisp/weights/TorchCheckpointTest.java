package io.wisp.weights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wisp.UserError;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TorchCheckpointTest {
  @TempDir Path folder;

  @Test
  void readsWhatPythonsPicklerWrites() throws IOException {
    Path file = folder.resolve("tiny.pt");
    try (InputStream tiny = getClass().getResourceAsStream("tiny.pt")) {
      Files.copy(tiny, file);
    }

    TensorFile read = TorchCheckpoint.read(file);

    assertThat(read.tensors().keySet())
        .containsExactly(
            "conv.weight",
            "conv.transposed",
            "conv.tail",
            "norm.num_batches_tracked",
            "half",
            "bytes");
    assertThat(read.get("conv.weight").floats())
        .containsExactly(0.5f, 1.5f, 2.5f, 3.5f, 4.5f, 5.5f);
    assertThat(read.get("conv.weight").shape()).containsExactly(2, 3);
    assertThat(read.get("conv.transposed").floats())
        .containsExactly(0.5f, 3.5f, 1.5f, 4.5f, 2.5f, 5.5f);
    assertThat(read.get("conv.tail").floats()).containsExactly(4.5f, 5.5f);
    assertThat(read.get("norm.num_batches_tracked").shape()).isEmpty();
    assertThat(read.get("norm.num_batches_tracked").longs()).containsExactly(1L << 40);
    assertThat(read.get("half").floats()).containsExactly(1, -2);
    assertThat(read.get("bytes").longs()).containsExactly(0, 127, 255);
    assertThat(read.metadata()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "DoubleStorage,F64", "FloatStorage,F32", "HalfStorage,F16", "BFloat16Storage,BF16",
    "LongStorage,I64", "IntStorage,I32", "ShortStorage,I16", "CharStorage,I8",
    "ByteStorage,U8", "BoolStorage,BOOL"
  })
  void knowsEveryStorage(String storage, ElementType type) {
    PickleBytes pickle = new PickleBytes().op('}').text("w").vector(storage, "0", 1).op('s');
    Path file = pickle.checkpoint(folder, new int[type.bytes()]);

    NamedArray tensor = TorchCheckpoint.read(file).get("w");

    assertThat(tensor.type()).isEqualTo(type);
    assertThat(tensor.doubles()).containsExactly(0);
  }

  @Test
  void readsParametersAndTheNewerProtocol() {
    PickleBytes pickle =
        new PickleBytes()
            .op('}')
            .text("w")
            .text("torch._utils")
            .text("_rebuild_parameter")
            .op(0x93, '(')
            .vector("ByteStorage", "0", 2)
            .op(0x88)
            .orderedDict()
            .op('t', 'R', 's');

    assertThat(TorchCheckpoint.read(pickle.checkpoint(folder, 3, 4)).get("w").longs())
        .containsExactly(3, 4);
  }

  @Test
  void prefersTheAveragedWeightsAndSaysSo() {
    PickleBytes pickle = new PickleBytes().op('}');
    wrapped(pickle, "model", "a");
    wrapped(pickle, "ema", "b");
    pickle.text("step").number(7).op('s');
    Path file = pickle.checkpoint(folder, 1);

    assertThat(TorchCheckpoint.read(file).tensors()).containsOnlyKeys("b");
    assertThat(TorchCheckpoint.read(file).metadata()).containsEntry("wrapper", "ema");
    assertThat(TorchCheckpoint.read(file, "model").tensors()).containsOnlyKeys("a");
  }

  @Test
  void listsTheKeysIfItIsUnclearWhichAreTheWeights() {
    PickleBytes pickle = new PickleBytes().op('}');
    wrapped(pickle, "generator", "a");
    wrapped(pickle, "critic", "b");
    Path file = pickle.checkpoint(folder, 1);

    assertThatThrownBy(() -> TorchCheckpoint.read(file))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("'generator', 'critic'");
    assertThatThrownBy(() -> TorchCheckpoint.read(file, "model"))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("no weights under 'model'");
  }

  @ParameterizedTest
  @CsvSource({"module.a,module.b,a", "module.a,b,module.a"})
  void takesOffTheParallelPrefixOnlyIfAllNamesHaveIt(String one, String two, String expected) {
    PickleBytes pickle = new PickleBytes().op('}');
    pickle.text(one).vector("ByteStorage", "0", 1).op('s');
    pickle.text(two).vector("ByteStorage", "0", 1).op('s');

    assertThat(TorchCheckpoint.read(pickle.checkpoint(folder, 1)).contains(expected)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"\u0080\u0002\u008a\nlow", "ustar"})
  void saysHowToConvertTheOldFormats(String start) {
    byte[] bytes = new byte[600];
    for (int i = 0; i < start.length(); i++) {
      bytes[start.equals("ustar") ? 257 + i : i] = (byte) start.charAt(i);
    }
    Path file = CheckpointZip.write(folder.resolve("old.pt"), bytes);

    assertThatThrownBy(() -> TorchCheckpoint.read(file))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("torch.save(torch.load('old.pt'");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 100})
  void knowsASafetensorsFile(int padding) {
    Path file = folder.resolve("w.pt");
    String filler = "x".repeat(padding);
    Safetensors.write(file, Map.of("k", filler), List.of());

    assertThatThrownBy(() -> TorchCheckpoint.read(file))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("looks like a safetensors file");
  }

  @Test
  void refusesBigEndianData() {
    Map<String, byte[]> entries = new LinkedHashMap<>();
    entries.put("model/data.pkl", new PickleBytes().op('}').stop());
    entries.put("model/byteorder", CheckpointZip.ascii("big"));
    Path file = CheckpointZip.write(folder.resolve("m.pt"), entries, ZipEntry.STORED);

    assertThatThrownBy(() -> TorchCheckpoint.read(file))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("byte order 'big'");
  }

  @Test
  void refusesCompressedEntries() {
    Map<String, byte[]> entries = Map.of("model/data.pkl", new byte[1 << 20]);
    Path file = CheckpointZip.write(folder.resolve("m.pt"), entries, ZipEntry.DEFLATED);

    assertThatThrownBy(() -> TorchCheckpoint.read(file))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("compressed");
  }

  private static void wrapped(PickleBytes pickle, String key, String name) {
    pickle.text(key).op('}').text(name).vector("ByteStorage", "0", 1).op('s', 's');
  }
}
