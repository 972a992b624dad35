package io.wisp.layout;

import java.io.IOException;
import javax.imageio.ImageReader;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataFormatImpl;
import javax.imageio.plugins.tiff.BaselineTIFFTagSet;
import javax.imageio.plugins.tiff.TIFFDirectory;
import javax.imageio.plugins.tiff.TIFFField;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/**
 * What a picture's header says that its pixels in Java do not.
 *
 * @param grey whether values are grey levels rather than entries of a palette
 * @param turned whether it is to be shown turned or mirrored
 * @param extraIsNoAlpha whether a band more than the colours is something else than transparency
 * @param inkUnclear whether it is not told if large values are much ink or little
 */
record PictureFacts(boolean grey, boolean turned, boolean extraIsNoAlpha, boolean inkUnclear) {
  private static final String STANDARD = IIOMetadataFormatImpl.standardMetadataFormatName;
  private static final int UNSPECIFIED = 0;

  /** Of any format but JPEG. */
  static PictureFacts of(ImageReader reader) throws IOException {
    IIOMetadata metadata = reader.getImageMetadata(0);
    if (metadata == null || !metadata.isStandardMetadataFormatSupported()) {
      return new PictureFacts(false, false, false, false);
    }
    Element root = (Element) metadata.getAsTree(STANDARD);
    String orientation = attribute(root, "ImageOrientation", "value");
    return new PictureFacts(
        attribute(root, "ColorSpaceType", "name").equals("GRAY"),
        !orientation.isEmpty() && !orientation.equalsIgnoreCase("normal"),
        reader.getFormatName().equalsIgnoreCase("tif") && extraIsUnspecified(metadata),
        false);
  }

  private static boolean extraIsUnspecified(IIOMetadata metadata) throws IOException {
    TIFFField extra =
        TIFFDirectory.createFromMetadata(metadata)
            .getTIFFField(BaselineTIFFTagSet.TAG_EXTRA_SAMPLES);
    return extra != null && extra.getAsInt(0) == UNSPECIFIED;
  }

  private static String attribute(Element root, String name, String attribute) {
    NodeList found = root.getElementsByTagName(name);
    return found.getLength() == 0 ? "" : ((Element) found.item(0)).getAttribute(attribute);
  }
}
