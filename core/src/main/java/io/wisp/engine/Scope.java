package io.wisp.engine;

import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Tensor;

/**
 * Frees every native object made within it, on this thread, when it closes. One scope a training
 * step or a batch keeps the memory flat.
 *
 * <pre>{@code
 * try (Scope scope = new Scope()) {
 *   Tensor y = network.forward(x);
 *   return scope.escape(y);   // lives on in the enclosing scope
 * }
 * }</pre>
 */
public final class Scope implements AutoCloseable {
  private final PointerScope pointers = new PointerScope();

  /** Hands a tensor over to the enclosing scope, if there is one; else its owner must close it. */
  public Tensor escape(Tensor tensor) {
    pointers.detach(tensor);
    PointerScope outer = enclosing();
    if (outer != null) {
      outer.attach(tensor);
    }
    return tensor;
  }

  /**
   * Takes a tensor out of every scope: its owner closes it. Used for weights and optimiser state.
   */
  public Tensor own(Tensor tensor) {
    pointers.detach(tensor);
    return tensor;
  }

  @Override
  public void close() {
    pointers.close();
  }

  private PointerScope enclosing() {
    PointerScope outer = null;
    var scopes = PointerScope.getScopeIterator();
    boolean past = false;
    while (scopes != null && scopes.hasNext()) {
      PointerScope next = scopes.next();
      if (past) {
        outer = next;
        break;
      }
      past = next == pointers;
    }
    return outer;
  }
}
