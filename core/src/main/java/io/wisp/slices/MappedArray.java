package io.wisp.slices;

import io.wisp.BadFile;
import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/**
 * A {@code .npy} file seen as a list of equal items, mapped read-only. A mapping holds less than 2
 * GiB, so the file is mapped in segments of whole items. Reads are safe from several threads.
 */
final class MappedArray {
  private static final long SEGMENT_BYTES = 1L << 30;

  private final NpyHeader header;
  private final int itemBytes;
  private final int itemsPerSegment;
  private final List<MappedByteBuffer> segments;

  private MappedArray(
      NpyHeader header, int itemBytes, int itemsPerSegment, List<MappedByteBuffer> segments) {
    this.header = header;
    this.itemBytes = itemBytes;
    this.itemsPerSegment = itemsPerSegment;
    this.segments = segments;
  }

  static MappedArray open(Path file) {
    return open(file, SEGMENT_BYTES);
  }

  static MappedArray open(Path file, long segmentBytes) {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      NpyHeader header = NpyHeader.read(channel, file);
      long items = header.shape().get(0);
      long itemBytes = header.type().equals("<f4") ? Float.BYTES : Byte.BYTES;
      for (int length : header.shape().subList(1, header.shape().size())) {
        itemBytes = Math.multiplyExact(itemBytes, length);
      }
      if (channel.size() != NpyHeader.BYTES + Math.multiplyExact(items, itemBytes)) {
        throw new BadFile(
            file,
            "%s has %s bytes, but its header speaks of %s items of %s bytes: prepare the store again"
                .formatted(file, channel.size(), items, itemBytes));
      }
      int perSegment = (int) Math.max(1, segmentBytes / itemBytes);
      List<MappedByteBuffer> segments = new ArrayList<>();
      for (long first = 0; first < items; first += perSegment) {
        long bytes = Math.min(perSegment, items - first) * itemBytes;
        MappedByteBuffer segment =
            channel.map(FileChannel.MapMode.READ_ONLY, NpyHeader.BYTES + first * itemBytes, bytes);
        segment.order(ByteOrder.LITTLE_ENDIAN);
        segments.add(segment);
      }
      return new MappedArray(header, Math.toIntExact(itemBytes), perSegment, segments);
    } catch (IOException e) {
      throw new BadFile(file, "cannot read %s: %s".formatted(file, e.getMessage()), e);
    }
  }

  List<Integer> shape() {
    return header.shape();
  }

  String type() {
    return header.type();
  }

  void read(int index, float[] target, int offset) {
    segment(index)
        .slice(position(index), itemBytes)
        .order(ByteOrder.LITTLE_ENDIAN)
        .asFloatBuffer()
        .get(target, offset, itemBytes / Float.BYTES);
  }

  void read(int index, byte[] target, int offset) {
    segment(index).get(position(index), target, offset, itemBytes);
  }

  private MappedByteBuffer segment(int index) {
    return segments.get(index / itemsPerSegment);
  }

  private int position(int index) {
    return index % itemsPerSegment * itemBytes;
  }
}
