package io.wisp.network;

import static org.assertj.core.api.Assertions.assertThat;

import io.wisp.engine.Engine;
import io.wisp.engine.Gradients;
import io.wisp.engine.NativeObjects;
import io.wisp.engine.Precision;
import io.wisp.engine.Scope;
import io.wisp.engine.Tensors;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.bytedeco.pytorch.Tensor;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Several threads that ask one network at the same time. Copies of weights in other forms are made
 * when they are first needed: so each round has a fresh network.
 */
class SharedNetworkTest {
  private static final int THREADS = 4;
  private static final int ROUNDS = 40;
  private static ExecutorService pool;

  @BeforeAll
  static void startThreads() {
    pool = Executors.newFixedThreadPool(THREADS);
  }

  @AfterAll
  static void endThreads() {
    pool.shutdownNow();
  }

  @ParameterizedTest
  @EnumSource
  void eachThreadGetsWhatOneAloneGets(Precision precision) throws Exception {
    float[] alone = withNetwork(precision, TinyNetwork::output);
    for (int round = 0; round < ROUNDS; round++) {
      for (float[] output :
          withNetwork(precision, model -> together(() -> TinyNetwork.output(model)))) {
        assertThat(output).isEqualTo(alone);
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void aPreparedConditionMayBeShared(Precision precision) throws Exception {
    float[] alone = withNetwork(precision, model -> underOneCondition(model, 1).get(0));
    for (int round = 0; round < ROUNDS; round++) {
      for (float[] output : withNetwork(precision, model -> underOneCondition(model, THREADS))) {
        assertThat(output).isEqualTo(alone);
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void whatTheyMadeIsFreedWithTheNetwork(Precision precision) {
    assertThat(
            NativeObjects.leftBy(
                () -> withNetwork(precision, model -> together(() -> TinyNetwork.output(model)))))
        .isZero();
  }

  private interface Use<T> {
    T of(UNetModel model) throws Exception;
  }

  private static <T> T withNetwork(Precision precision, Use<T> use) {
    try (UNetModel model = TinyNetwork.random(Engine.reference().with(precision))) {
      return use.of(model);
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  private static List<float[]> underOneCondition(UNetModel model, int threads) throws Exception {
    try (Scope scope = new Scope();
        Gradients off = Gradients.off()) {
      Tensor label = model.embedLabels(Tensors.of(new long[] {1}, 1));
      try (Condition condition = model.condition(Tensors.of(new long[] {300}, 1), label, null)) {
        Callable<float[]> ask = () -> TinyNetwork.output(model, condition);
        return threads == 1 ? List.of(ask.call()) : together(ask);
      }
    }
  }

  /** All begin at once. */
  private static List<float[]> together(Callable<float[]> work) throws Exception {
    CyclicBarrier start = new CyclicBarrier(THREADS);
    List<Future<float[]>> running = new ArrayList<>();
    for (int thread = 0; thread < THREADS; thread++) {
      running.add(
          pool.submit(
              () -> {
                start.await();
                return work.call();
              }));
    }
    List<float[]> results = new ArrayList<>();
    for (Future<float[]> one : running) {
      results.add(one.get());
    }
    return results;
  }
}
