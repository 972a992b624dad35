package io.wisp.weights;

import io.wisp.BadFile;
import io.wisp.UserError;
import io.wisp.weights.TensorView.Storage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import net.razorvine.pickle.Opcodes;
import net.razorvine.pickle.Unpickler;

/**
 * Unpickles weights and nothing else. Harmless opcodes are passed to the library; whatever names,
 * calls or fills something is done here, so that the library's own registry of classes is never
 * used; every other opcode is rejected. Time and memory are bounded by the size of the pickle.
 */
final class WeightsUnpickler extends Unpickler {
  /** Enough for fifty thousand tensors. */
  private static final int MOST_OPCODES = 2_000_000;

  private static final int LONGEST_GLOBAL = 200;

  private final Path file;
  private int opcodes;

  private WeightsUnpickler(Path file) {
    this.file = file;
  }

  /**
   * The value that the pickle builds, of {@link PythonDict}, {@link TensorView}, lists, arrays (for
   * tuples), strings, numbers.
   *
   * @throws UserError if the pickle is damaged or asks for anything but weights
   */
  static Object unpickle(Path file, byte[] pickle) {
    try {
      return new WeightsUnpickler(file).load(new ByteArrayInputStream(pickle));
    } catch (UserError e) {
      throw e;
    } catch (IOException | RuntimeException e) {
      throw new BadFile(
          file,
          "%s is damaged: its table of tensors cannot be read (%s). Copy or download it again."
              .formatted(file, reason(e)),
          e);
    }
  }

  /** Our own message if there is one, not the Java runtime's about casts and indices. */
  private static String reason(Exception e) {
    boolean told = e instanceof IOException || e instanceof IllegalArgumentException;
    return told ? e.getMessage() : "its instructions are invalid";
  }

  @Override
  protected Object dispatch(short key) throws IOException {
    if (++opcodes > MOST_OPCODES) {
      throw new BadFile(file, file + " is refused: its table of tensors is too long");
    }
    switch (key) {
      case Opcodes.EMPTY_DICT -> stack.add(new PythonDict());
      case Opcodes.DICT -> {
        PythonDict dict = new PythonDict();
        dict.putAll(stack.pop_all_since_marker());
        stack.add(dict);
      }
      case Opcodes.SETITEM -> setItem();
      case Opcodes.SETITEMS -> {
        List<Object> items = stack.pop_all_since_marker();
        ((PythonDict) stack.peek()).putAll(items);
      }
      case Opcodes.APPENDS -> append(stack.pop_all_since_marker());
      case Opcodes.GLOBAL -> stack.add(global(readLine(), readLine()));
      case Opcodes.STACK_GLOBAL -> {
        String name = (String) stack.pop();
        stack.add(global((String) stack.pop(), name));
      }
      case Opcodes.REDUCE -> reduce();
      case Opcodes.BUILD -> build();
      default -> {
        return passOn(key);
      }
    }
    return NO_RETURN_VALUE;
  }

  private Object passOn(short key) throws IOException {
    switch (key) {
      case Opcodes.BINUNICODE, Opcodes.BINSTRING, Opcodes.BINBYTES -> checkLength(Integer.BYTES);
      case Opcodes.BINUNICODE8, Opcodes.BINBYTES8, Opcodes.FRAME -> checkLength(Long.BYTES);
      case Opcodes.PROTO, Opcodes.STOP, Opcodes.MARK, Opcodes.POP, Opcodes.POP_MARK -> {}
      case Opcodes.NONE, Opcodes.NEWTRUE, Opcodes.NEWFALSE, Opcodes.BINFLOAT -> {}
      case Opcodes.BININT, Opcodes.BININT1, Opcodes.BININT2, Opcodes.LONG1 -> {}
      case Opcodes.SHORT_BINUNICODE, Opcodes.SHORT_BINSTRING, Opcodes.SHORT_BINBYTES -> {}
      case Opcodes.TUPLE, Opcodes.EMPTY_TUPLE, Opcodes.TUPLE1, Opcodes.TUPLE2 -> {}
      case Opcodes.TUPLE3, Opcodes.LIST, Opcodes.EMPTY_LIST, Opcodes.APPEND -> {}
      case Opcodes.BINGET, Opcodes.LONG_BINGET, Opcodes.BINPUT, Opcodes.LONG_BINPUT -> {}
      case Opcodes.MEMOIZE, Opcodes.DUP, Opcodes.BINPERSID -> {}
      default -> throw refused("the pickle instruction 0x" + Integer.toHexString(key));
    }
    return super.dispatch(key);
  }

  /** The library allocates what a length says before it reads: check the length first. */
  private void checkLength(int width) throws IOException {
    input.mark(width);
    byte[] bytes = input.readNBytes(width);
    input.reset();
    if (bytes.length < width) {
      throw new IOException("it ends early");
    }
    ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    long length = width == Integer.BYTES ? buffer.getInt() : buffer.getLong();
    if (length < 0 || length > input.available()) {
      throw new IOException("a text in it is longer than the table");
    }
  }

  private void setItem() {
    Object value = stack.pop();
    Object key = stack.pop();
    ((PythonDict) stack.peek()).put(key, value);
  }

  @SuppressWarnings("unchecked")
  private void append(List<Object> items) {
    ((ArrayList<Object>) stack.peek()).addAll(items);
  }

  private void reduce() {
    Object arguments = stack.pop();
    Object function = stack.pop();
    if (!(function instanceof TorchGlobal global)) {
      throw refused("a call of something that is no function");
    }
    stack.add(global.call((Object[]) arguments));
  }

  /** An OrderedDict of weights carries the versions of its modules, which are not needed. */
  private void build() {
    Object state = stack.pop();
    if (!(state instanceof PythonDict) || !(stack.peek() instanceof PythonDict)) {
      throw refused("the state of an object to be set");
    }
  }

  @Override
  protected Object persistentLoad(Object id) {
    Object[] parts = (Object[]) id;
    if (parts.length != 5 || !"storage".equals(parts[0])) {
      throw new IllegalArgumentException("a reference to something that is no storage");
    }
    return new Storage(
        (ElementType) parts[1], (String) parts[2], TorchGlobal.wholeNumber(parts[4]));
  }

  private Object global(String module, String name) {
    return TorchGlobal.find(module, name)
        .orElseThrow(() -> refused(Names.quote(module + "." + name)));
  }

  private String readLine() throws IOException {
    byte[] line = new byte[LONGEST_GLOBAL];
    for (int i = 0; i < line.length; i++) {
      int next = input.read();
      if (next < 0) {
        throw new IOException("it ends early");
      }
      if (next == '\n') {
        return new String(line, 0, i, StandardCharsets.UTF_8);
      }
      line[i] = (byte) next;
    }
    throw refused("a function with an overlong name");
  }

  private UserError refused(String what) {
    return new BadFile(
        file,
        ("%s asks for %s, which plain weights do not need and which could run code: the file is"
                + " refused. A file that can be read is written in Python by"
                + " torch.save(model.state_dict(), 'weights.pt').")
            .formatted(file, what));
  }
}
