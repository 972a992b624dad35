package io.wisp.network;

import io.wisp.BadFile;
import io.wisp.weights.NamedArray;
import io.wisp.weights.TensorFile;
import java.util.Arrays;
import java.util.Map;

/**
 * Parameters from a checkpoint, ours or a published one; rejected unless all are finite.
 *
 * @param file the tensors by name
 */
public record FileSource(TensorFile file) implements ParameterSource {
  @Override
  public float[] values(String name, long[] shape, Init init, long fanIn) {
    NamedArray array = file.tensors().get(name);
    if (array == null) {
      throw new BadFile(
          file.source(),
          "The checkpoint %s has no parameter %s: it was made for another network; check the network settings."
              .formatted(file.source(), name));
    }
    if (!Arrays.equals(array.shape(), shape)) {
      throw new BadFile(
          file.source(),
          "The checkpoint %s has %s of shape %s, but the network needs %s: check the network settings."
              .formatted(
                  file.source(), name, Arrays.toString(array.shape()), Arrays.toString(shape)));
    }
    float[] values = array.floats();
    if (!allFinite(values)) {
      throw new BadFile(
          file.source(),
          "%s cannot be used, since %s in it is not finite: it comes from a training that diverged, or is damaged. Give another file, or train again."
              .formatted(file.source(), name));
    }
    return values;
  }

  private static boolean allFinite(float[] values) {
    for (float value : values) {
      if (!Float.isFinite(value)) {
        return false;
      }
    }
    return true;
  }

  /** Rejects a checkpoint with parameters that the network does not have. */
  public void requireNothingElse(Parameters parameters) {
    Map<String, ?> known = parameters.tensors();
    for (String name : file.tensors().keySet()) {
      if (!known.containsKey(name)) {
        throw new BadFile(
            file.source(),
            "The checkpoint %s holds %s, which the network does not have: check the network settings."
                .formatted(file.source(), name));
      }
    }
  }
}
