package io.wisp.serve.project;

import io.wisp.report.Png;
import io.wisp.slices.Normalization;
import io.wisp.slices.Slice;
import io.wisp.slices.SliceRecipe;
import io.wisp.slices.Slicer;
import io.wisp.volume.Volume;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The slices of scans as grey pictures of 8 bits, as {@code prepare} cuts and normalises them.
 * Those last asked for are kept.
 */
public final class SliceCache {
  private static final long MOST_BYTES = 256L << 20;
  private static final int THUMBNAIL = 96;

  private final ScanTable scans;
  private final Map<String, byte[]> kept = new LinkedHashMap<>(16, 0.75f, true);
  private final Map<String, byte[]> thumbnails = new LinkedHashMap<>();
  private long bytes;

  SliceCache(ScanTable scans) {
    this.scans = scans;
  }

  private static Slicer slicer(int size) {
    return new Slicer(SliceRecipe.DEFAULT.withAxis(Scan.AXIS).withSize(size));
  }

  /** A 1 for each slice that {@code prepare} keeps. */
  static String content(Volume volume) {
    StringBuilder text = new StringBuilder();
    Slicer small = slicer(4);
    small.slices(volume).forEach(slice -> text.append(slice.hasContent() ? '1' : '0'));
    return text.toString();
  }

  /**
   * All slices, one after the other.
   *
   * @param size rows and columns of each
   * @return slices·size·size grey values
   */
  public byte[] slices(Scan scan, int size) {
    String key = scan.id() + "/" + size;
    synchronized (this) {
      byte[] known = kept.get(key);
      if (known != null) {
        return known;
      }
    }
    byte[] made = grey(slicer(size).slices(scans.read(scan)), size);
    keep(key, made);
    return made;
  }

  /**
   * The slices of a map or mask on a scan's grid, of which the smallest value becomes 0 and the
   * largest 255; all 0 if there is one value only.
   *
   * @return slices·size·size values
   */
  public static byte[] spread(Volume volume, int size) {
    SliceRecipe recipe =
        SliceRecipe.DEFAULT
            .withAxis(Scan.AXIS)
            .withSize(size)
            .withNormalization(Normalization.MIN_MAX);
    return grey(new Slicer(recipe).slices(volume), size);
  }

  private static byte[] grey(List<Slice> slices, int size) {
    byte[] all = new byte[slices.size() * size * size];
    int at = 0;
    for (Slice slice : slices) {
      for (float value : slice.firstChannel(size)) {
        all[at++] = (byte) Math.round(Math.max(0, Math.min(255, (value + 1) * 127.5f)));
      }
    }
    return all;
  }

  private synchronized void keep(String key, byte[] made) {
    byte[] before = kept.put(key, made);
    bytes += made.length - (before == null ? 0 : before.length);
    var oldest = kept.entrySet().iterator();
    while (bytes > MOST_BYTES && kept.size() > 1) {
      bytes -= oldest.next().getValue().length;
      oldest.remove();
    }
  }

  /** Forgets a scan. */
  public synchronized void forget(Scan scan) {
    kept.entrySet()
        .removeIf(
            entry -> {
              boolean own = entry.getKey().startsWith(scan.id() + "/");
              bytes -= own ? entry.getValue().length : 0;
              return own;
            });
    thumbnails.remove(scan.id());
  }

  /** The middle slice as a small PNG. */
  public byte[] thumbnail(Scan scan) {
    synchronized (this) {
      byte[] known = thumbnails.get(scan.id());
      if (known != null) {
        return known;
      }
    }
    byte[] made = Png.bytes(picture(scan));
    synchronized (this) {
      thumbnails.put(scan.id(), made);
    }
    return made;
  }

  private BufferedImage picture(Scan scan) {
    byte[] all = slices(scan, THUMBNAIL);
    int from = scan.slices() / 2 * THUMBNAIL * THUMBNAIL;
    BufferedImage image = new BufferedImage(THUMBNAIL, THUMBNAIL, BufferedImage.TYPE_BYTE_GRAY);
    image
        .getRaster()
        .setDataElements(
            0,
            0,
            THUMBNAIL,
            THUMBNAIL,
            Arrays.copyOfRange(all, from, from + THUMBNAIL * THUMBNAIL));
    return image;
  }
}
