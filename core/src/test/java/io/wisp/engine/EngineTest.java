package io.wisp.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import io.wisp.UserError;
import org.bytedeco.pytorch.global.torch;
import org.junit.jupiter.api.Test;

class EngineTest {
  @Test
  void theReferenceIsFloat32OnTheProcessor() {
    Engine engine = Engine.reference();
    assertThat(engine.deviceType()).isEqualTo(torch.DeviceType.CPU);
    assertThat(engine.precision()).isEqualTo(Precision.FLOAT32);
  }

  @Test
  void theFormatFollowsTheProcessorUnlessAskedFor() {
    Precision best = Engine.cpuHasBfloat16() ? Precision.BFLOAT16 : Precision.FLOAT32;
    assertThat(Engine.choose(DeviceChoice.CPU, PrecisionChoice.AUTO).precision()).isEqualTo(best);
    assertThat(Engine.choose(DeviceChoice.CPU, PrecisionChoice.BFLOAT16).precision())
        .isEqualTo(Precision.BFLOAT16);
  }

  @Test
  void theChoiceIsGivenAReason() {
    assertThat(Engine.choose(DeviceChoice.CPU, PrecisionChoice.FLOAT32).reason())
        .isEqualTo("cpu (asked for), float32 (asked for)");
  }

  @Test
  void aDeviceThatIsNotThereIsRefusedRatherThanReplaced() {
    assumeFalse(torch.cuda_is_available(), "there is a CUDA device");
    assertThatThrownBy(() -> Engine.choose(DeviceChoice.CUDA, PrecisionChoice.AUTO))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("compute on the processor");
  }
}
