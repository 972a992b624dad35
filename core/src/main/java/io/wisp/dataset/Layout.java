package io.wisp.dataset;

import io.wisp.dataset.ObjectChoice.Span;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How a source folder is laid out. */
public enum Layout {
  /** The first of {@link #IMAGES}, {@link #CHAOS} and {@link #TCGA} that is there, else BraTS. */
  AUTO("flair", "all"),
  /**
   * A folder per case with {@code <case>_flair.nii.gz} and {@code <case>_seg.nii.gz}, or the names
   * of 2023, {@code <case>-t2f.nii.gz} and {@code <case>-seg.nii.gz}; possibly within folders such
   * as {@code HGG} and {@code LGG}.
   */
  BRATS("flair", "all"),
  /**
   * The challenge's {@code Train_Sets/MR/<case>/T2SPIR} with {@code DICOM_anon/*.dcm} and {@code
   * Ground/*.png}.
   */
  CHAOS("t2spir", "kidneys"),
  /** {@code TCGA_<case>/TCGA_<case>_N.tif} and {@code …_N_mask.tif}, as Kaggle gives them out. */
  TCGA("flair", "all"),
  /** {@code training|validation/<class>} with PNG or JPEG pictures, one per slice. */
  IMAGES("picture", "all");

  private final String modality;
  private final String object;

  Layout(String modality, String object) {
    this.modality = modality;
    this.object = object;
  }

  /** The kind of scan that is taken if none is asked for. */
  public String modality() {
    return modality;
  }

  /** The object that is taken if none is asked for. */
  public String object() {
    return object;
  }

  /** This layout; of {@link #AUTO} the one that a folder has. */
  public Layout resolve(Path source) {
    if (this != AUTO) {
      return this;
    }
    if (!Files.isDirectory(source)) {
      return BRATS;
    }
    if (PictureFolder.isPictureFolder(source)) {
      return IMAGES;
    }
    if (ChaosFolder.isChaosFolder(source)) {
      return CHAOS;
    }
    return TcgaFolder.isTcgaFolder(source) ? TCGA : BRATS;
  }

  /** The objects that have a name, with their values in a mask. */
  Map<String, List<Span>> objects() {
    Map<String, List<Span>> names = new LinkedHashMap<>();
    if (this == BRATS) {
      names.put("necrosis", List.of(Span.of(1)));
      names.put("edema", List.of(Span.of(2)));
      names.put("enhancing", List.of(new Span(3, 4)));
      names.put("core", List.of(Span.of(1), new Span(3, 4)));
    }
    if (this == CHAOS) {
      Span liver = new Span(55, 70);
      Span right = new Span(110, 135);
      Span left = new Span(175, 200);
      Span spleen = new Span(240, 255);
      names.put("liver", List.of(liver));
      names.put("right-kidney", List.of(right));
      names.put("left-kidney", List.of(left));
      names.put("kidneys", List.of(right, left));
      names.put("spleen", List.of(spleen));
      names.put("all", List.of(liver, right, left, spleen));
    }
    return names;
  }
}
