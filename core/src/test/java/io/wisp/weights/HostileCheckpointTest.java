package io.wisp.weights;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wisp.UserError;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A checkpoint from a stranger runs nothing, exhausts nothing, and ends in a sentence. */
@Timeout(20)
class HostileCheckpointTest {
  private static final byte[] TINY = tiny();

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({
    "os,system",
    "posix,system",
    "builtins,eval",
    "__builtin__,bytearray",
    "array,array",
    "datetime,datetime",
    "decimal,Decimal",
    "builtins,ValueError",
    "copy_reg,_reconstructor",
    "torch.storage,_load_from_bytes",
    "torch.FloatStorage,__init__",
    "collections.OrderedDict,fromkeys"
  })
  void refusesEveryOtherName(String module, String name) {
    PickleBytes byGlobal = new PickleBytes().global(module, name).op('(').text("id").op('t', 'R');
    assertRefused(byGlobal, module + "." + name);
    PickleBytes byStack = new PickleBytes().text(module).text(name).op(0x93, ')', 'R');
    assertRefused(byStack, module + "." + name);
  }

  @Test
  void refusesACallHiddenAmongTheWeights() {
    PickleBytes pickle = new PickleBytes().op('}').text("w").vector("ByteStorage", "0", 1).op('s');
    pickle.text("x").orderedDict().text("y").global("os", "system").text("id").op(0x85, 'R', 's');
    assertRefused(pickle, "os.system");
  }

  @Test
  void refusesToBuildObjectsInOtherWays() {
    assertRefused(new PickleBytes().op('(', 'i').op('o', 's', '\n', 'x', '\n'), "0x69");
    assertRefused(new PickleBytes().op('(').global("collections", "OrderedDict").op('o'), "0x6f");
    assertRefused(new PickleBytes().global("torch", "Size").op(')', 0x81), "0x81");
    assertRefused(new PickleBytes().global("torch", "Size").op(')', '}', 0x92), "0x92");
    assertRefused(new PickleBytes().op(0x82, 1), "0x82");
    assertRefused(new PickleBytes().op(0x97), "0x97");
    assertRefused(new PickleBytes().global("torch", "FloatStorage").op(')', 'R'), "no function");
    assertRefused(new PickleBytes().text("a").op('}', 'b'), "state of an object");
  }

  @Test
  void refusesOddArguments() {
    PickleBytes rebuild = new PickleBytes().global("torch._utils", "_rebuild_tensor_v2");
    assertDamaged(rebuild.op(')', 'R'));
    assertDamaged(new PickleBytes().global("torch", "Size").op('N', 'R'));
    assertDamaged(new PickleBytes().orderedDict().op(']').number(1).op('s'));
    assertDamaged(new PickleBytes().op('(').text("module").text("x").op('t', 'Q'));
    assertDamaged(new PickleBytes().text("storage").op('Q'));
    assertDamaged(new PickleBytes().op('s'));
  }

  @Test
  void refusesTensorsThatLeaveTheirStorage() {
    assertDamaged(tensor(1, new int[] {4}, new int[] {1}));
    assertDamaged(tensor(0, new int[] {2, 2}, new int[] {3, 1}));
    assertDamaged(tensor(-1, new int[] {2}, new int[] {1}));
    assertDamaged(tensor(3, new int[] {2}, new int[] {-1}));
    assertDamaged(tensor(0, new int[] {1 << 30}, new int[] {0}));
    int huge = Integer.MAX_VALUE;
    assertDamaged(tensor(0, new int[] {huge, huge, huge, 4}, new int[] {huge, huge, huge, 0}));
  }

  @Test
  void refusesAStorageOfAnotherSize() {
    Path file = tensor(0, new int[] {4}, new int[] {1}).checkpoint(folder, 1, 2, 3);
    assertThatThrownBy(() -> TorchCheckpoint.read(file))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("has 3 bytes where its tensors need 4");
  }

  @Test
  void doesNotBelieveALengthBeyondTheFile() {
    assertDamaged(new PickleBytes().op('X').littleEndian(Integer.MAX_VALUE));
    assertDamaged(new PickleBytes().op('B').littleEndian(-1));
    assertDamaged(new PickleBytes().op(0x8d).littleEndian(-1).littleEndian(7));
  }

  @Test
  void outlastsBombs() {
    PickleBytes nested = new PickleBytes().op(']', 'q', 0);
    for (int i = 0; i < 200_000; i++) {
      nested.op('h', 0, 'h', 0, 0x86, 'q', 0);
    }
    assertRefused(nested, "no dictionary");
    PickleBytes endless = new PickleBytes();
    for (int i = 0; i < 3_000_000; i++) {
      endless.op(']');
    }
    assertRefused(endless, "too long");
    PickleBytes growing = new PickleBytes().op(']');
    for (int i = 0; i < 600_000; i++) {
      growing.op('(', 'N', 'e');
    }
    assertRefused(growing, "no dictionary");
  }

  @Test
  void refusesTensorsThatUnfoldToMoreThanTheFile() {
    int[] transposed = {1, 32};
    PickleBytes pickle = new PickleBytes().op('}').text("w");
    pickle.tensor("ByteStorage", "0", 1024, 0, new int[] {32, 32}, transposed).op('q', 0, 's');
    for (int i = 0; i < 4000; i++) {
      pickle.text("w" + i).op('h', 0, 's');
    }
    Path file = pickle.checkpoint(folder, new int[1024]);
    assertThatThrownBy(() -> TorchCheckpoint.read(file))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("unfold to more");
  }

  @Test
  void tellsTruncatedFiles() throws IOException {
    Path file = folder.resolve("cut.pt");
    for (int length = 0; length < TINY.length; length++) {
      Files.write(file, Arrays.copyOf(TINY, length));
      assertThatThrownBy(() -> TorchCheckpoint.read(file))
          .isInstanceOf(UserError.class)
          .hasMessageContaining("cut.pt");
    }
  }

  private static PickleBytes tensor(int offset, int[] shape, int[] strides) {
    return new PickleBytes()
        .op('}')
        .text("w")
        .tensor("ByteStorage", "0", 4, offset, shape, strides)
        .op('s');
  }

  private void assertRefused(PickleBytes pickle, String because) {
    Path file = pickle.checkpoint(folder, 1);
    assertThatThrownBy(() -> TorchCheckpoint.read(file))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("model.pt")
        .hasMessageContaining(because);
  }

  private void assertDamaged(PickleBytes pickle) {
    Path file = pickle.checkpoint(folder, 1, 2, 3, 4);
    assertThatThrownBy(() -> TorchCheckpoint.read(file))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("model.pt is damaged");
  }

  private static byte[] tiny() {
    try (InputStream in = HostileCheckpointTest.class.getResourceAsStream("tiny.pt")) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
