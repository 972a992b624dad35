package io.wisp.engine;

import static org.assertj.core.api.Assertions.assertThat;

import org.bytedeco.pytorch.Tensor;
import org.junit.jupiter.api.Test;

class ScopeTest {
  @Test
  void whatIsMadeWithinIsFreedAtTheEnd() {
    Tensor tensor;
    try (Scope scope = new Scope()) {
      tensor = one();
    }
    assertThat(tensor.isNull()).isTrue();
  }

  @Test
  void anEscapedTensorLivesAsLongAsTheScopeAround() {
    Tensor tensor;
    try (Scope outer = new Scope()) {
      try (Scope inner = new Scope()) {
        tensor = inner.escape(one());
      }
      assertThat(Tensors.toFloats(tensor)).containsExactly(1);
    }
    assertThat(tensor.isNull()).isTrue();
  }

  @Test
  void aTensorThatEscapesFromTheOutermostScopeIsItsOwners() {
    Tensor tensor;
    try (Scope scope = new Scope()) {
      tensor = scope.escape(one());
    }
    assertThat(Tensors.toFloats(tensor)).containsExactly(1);
    tensor.close();
    assertThat(tensor.isNull()).isTrue();
  }

  @Test
  void anOwnedTensorOutlivesEveryScope() {
    Tensor tensor;
    try (Scope outer = new Scope()) {
      try (Scope inner = new Scope()) {
        tensor = inner.own(one());
      }
    }
    assertThat(Tensors.toFloats(tensor)).containsExactly(1);
    tensor.close();
    assertThat(tensor.isNull()).isTrue();
  }

  @Test
  void aLoopOfScopesKeepsTheMemoryFlat() {
    long before = residentAfter(20);
    assertThat(residentAfter(400) - before).as("growth in bytes").isLessThan(200L << 20);
  }

  /** Each round makes 3 × 4 MB: 400 of them would be 4.8 GB. */
  private static long residentAfter(int rounds) {
    float[] values = new float[1 << 20];
    for (int round = 0; round < rounds; round++) {
      try (Scope scope = new Scope()) {
        Tensor tensor = Tensors.of(values, values.length);
        Tensors.toFloats(tensor.add(Tensors.scalar(1)).sum());
      }
    }
    return org.bytedeco.javacpp.Pointer.physicalBytes();
  }

  private static Tensor one() {
    return Tensors.of(new float[] {1}, 1);
  }
}
