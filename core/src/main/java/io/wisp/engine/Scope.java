package io.wisp.engine;

import java.util.Iterator;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Tensor;

/**
 * Frees every native object made within it, on this thread, when it closes. One scope per training
 * step or batch keeps memory use constant. A scope belongs to its thread, which closes it, the
 * innermost first; tensors may be read by others as long as it is open.
 *
 * <pre>{@code
 * try (Scope scope = new Scope()) {
 *   Tensor y = network.forward(x);
 *   return scope.escape(y);   // lives on in the enclosing scope
 * }
 * }</pre>
 */
public final class Scope implements AutoCloseable {
  static {
    LibTorch.load();
  }

  private final PointerScope pointers = new PointerScope();

  /** Hands a tensor over to the enclosing scope, if there is one; else its owner must close it. */
  public Tensor escape(Tensor tensor) {
    PointerScope outer = enclosing();
    if (outer == null) {
      return own(tensor);
    }
    outer.attach(tensor);
    return tensor;
  }

  /**
   * Keeps a tensor alive beyond every scope: its owner closes it. Used for weights and optimiser
   * state.
   */
  public Tensor own(Tensor tensor) {
    tensor.retainReference();
    return tensor;
  }

  @Override
  public void close() {
    pointers.close();
  }

  private PointerScope enclosing() {
    Iterator<PointerScope> scopes = PointerScope.getScopeIterator();
    while (scopes.hasNext()) {
      if (scopes.next() == pointers) {
        return scopes.hasNext() ? scopes.next() : null;
      }
    }
    return null;
  }
}
