package io.wisp.bench;

import io.wisp.engine.Tensors;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;

/** What a U-Net does to its images besides convolving them. */
public enum LayerOperation {
  GROUP_NORM("group norm", 8, 2) {
    @Override
    Tensor apply(Tensor x, Tensor row) {
      return torch.group_norm(
          x, GROUPS, Tensors.optional(row), Tensors.optional(row), EPSILON, false);
    }
  },
  SILU("SiLU", 4, 2) {
    @Override
    Tensor apply(Tensor x, Tensor row) {
      return torch.silu(x);
    }
  },
  SCALE_SHIFT("scale and shift", 2, 2) {
    @Override
    Tensor apply(Tensor x, Tensor row) {
      Tensor column = row.view(1, -1, 1, 1);
      return torch.addcmul(column, x, column);
    }
  },
  ADD("add", 1, 2) {
    @Override
    Tensor apply(Tensor x, Tensor row) {
      return x.add(x);
    }
  },
  UPSAMPLE("upsample", 0, 5) {
    @Override
    Tensor apply(Tensor x, Tensor row) {
      return torch.upsample_nearest2d(x, 2 * x.size(2), 2 * x.size(3));
    }

    @Override
    boolean suits(ImageShape shape, int largest) {
      return 2 * shape.side() <= largest;
    }
  },
  CONCATENATE("concatenate two", 0, 4) {
    @Override
    Tensor apply(Tensor x, Tensor row) {
      return torch.cat(new TensorVector(x, x), 1);
    }
  },
  ATTENTION("attention, 4 heads", 0, 4) {
    @Override
    Tensor apply(Tensor x, Tensor row) {
      Tensor heads =
          x.permute(0, 2, 3, 1).reshape(1, x.size(2) * x.size(3), HEADS, -1).permute(0, 2, 1, 3);
      return torch.matmul(torch.matmul(heads, heads.transpose(-2, -1)).softmax(-1), heads);
    }

    @Override
    double operations(ImageShape shape) {
      double tokens = (double) shape.side() * shape.side();
      return 4 * tokens * tokens * shape.channels();
    }

    /** The matrix of all pairs of pixels grows with the fourth power of the side. */
    @Override
    boolean suits(ImageShape shape, int largest) {
      return shape.side() <= LARGEST_ATTENDED;
    }
  };

  private static final int GROUPS = 32;
  private static final int HEADS = 4;
  private static final int LARGEST_ATTENDED = 28;
  private static final double EPSILON = 1e-5;

  private final String text;
  private final int operations;
  private final int passes;

  LayerOperation(String text, int operations, int passes) {
    this.text = text;
    this.operations = operations;
    this.passes = passes;
  }

  /**
   * Applies it.
   *
   * @param x images, [N, C, H, W]
   * @param row a number for each channel, [C]
   */
  abstract Tensor apply(Tensor x, Tensor row);

  /** Multiplications and additions for one image; roughly, where a function is approximated. */
  double operations(ImageShape shape) {
    return (double) operations * shape.count();
  }

  /** Numbers read and written at least. */
  double elements(ImageShape shape) {
    return (double) passes * shape.count();
  }

  /**
   * Whether a network does this to images of that shape.
   *
   * @param largest side of its largest images
   */
  boolean suits(ImageShape shape, int largest) {
    return true;
  }

  String text() {
    return text;
  }
}
