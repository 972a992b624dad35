/**
 * Wisp: outlines of objects in scans, learned from yes/no labels alone. What is exported to all is
 * the library's face: {@link io.wisp.api} to use it, {@link io.wisp.volume} and {@link
 * io.wisp.dataset} also to add formats and layouts.
 */
@SuppressWarnings({
  "module",
  "requires-automatic"
}) // our other modules; libraries without a descriptor
module io.wisp.core {
  requires org.bytedeco.javacpp;
  requires org.bytedeco.openblas;
  requires org.bytedeco.pytorch;
  requires com.fasterxml.jackson.databind;
  requires com.fasterxml.jackson.dataformat.yaml;
  requires com.helger.font.open_sans;
  requires commons.math3;
  requires io.pebbletemplates;
  requires java.desktop;
  requires static io.soabase.recordbuilder.core;
  requires static java.compiler;
  requires org.apache.pdfbox.io;
  requires pickle;
  requires org.apache.commons.compress;
  requires org.apache.commons.csv;
  requires org.apache.commons.statistics.inference;
  requires org.apache.fontbox;
  requires org.slf4j;
  requires unbescape;

  exports io.wisp;
  exports io.wisp.api;
  exports io.wisp.dataset;
  exports io.wisp.volume;
  exports io.wisp.activation to
      io.wisp.lab,
      io.wisp.app,
      io.wisp.bench;
  exports io.wisp.base to
      io.wisp.lab,
      io.wisp.serve,
      io.wisp.app,
      io.wisp.bench;
  exports io.wisp.confidence to
      io.wisp.lab,
      io.wisp.app,
      io.wisp.bench;
  exports io.wisp.dicom to
      io.wisp.lab,
      io.wisp.app,
      io.wisp.bench;
  exports io.wisp.diffusion to
      io.wisp.lab,
      io.wisp.app,
      io.wisp.bench;
  exports io.wisp.distillation to
      io.wisp.lab,
      io.wisp.app,
      io.wisp.bench;
  exports io.wisp.engine to
      io.wisp.lab,
      io.wisp.app,
      io.wisp.bench;
  exports io.wisp.evaluation to
      io.wisp.lab,
      io.wisp.app,
      io.wisp.bench;
  exports io.wisp.grid to
      io.wisp.lab,
      io.wisp.app,
      io.wisp.bench;
  exports io.wisp.layout to
      io.wisp.lab,
      io.wisp.serve,
      io.wisp.app,
      io.wisp.bench;
  exports io.wisp.learning to
      io.wisp.lab,
      io.wisp.serve,
      io.wisp.app,
      io.wisp.bench;
  exports io.wisp.mask to
      io.wisp.lab,
      io.wisp.app,
      io.wisp.bench;
  exports io.wisp.metrics to
      io.wisp.lab,
      io.wisp.app,
      io.wisp.bench;
  exports io.wisp.network to
      io.wisp.lab,
      io.wisp.app,
      io.wisp.bench;
  exports io.wisp.nifti to
      io.wisp.lab,
      io.wisp.serve,
      io.wisp.app,
      io.wisp.bench;
  exports io.wisp.proof to
      io.wisp.lab,
      io.wisp.app,
      io.wisp.bench;
  exports io.wisp.report to
      io.wisp.lab,
      io.wisp.serve,
      io.wisp.app,
      io.wisp.bench;
  exports io.wisp.segmentation to
      io.wisp.lab,
      io.wisp.serve,
      io.wisp.app,
      io.wisp.bench;
  exports io.wisp.slices to
      io.wisp.lab,
      io.wisp.serve,
      io.wisp.app,
      io.wisp.bench;
  exports io.wisp.training to
      io.wisp.lab,
      io.wisp.serve,
      io.wisp.app,
      io.wisp.bench;
  exports io.wisp.tuning to
      io.wisp.lab,
      io.wisp.app,
      io.wisp.bench;
  exports io.wisp.weights to
      io.wisp.lab,
      io.wisp.app,
      io.wisp.bench;

  // Records that lie in files as JSON or YAML, or are shown on a page.
  opens io.wisp.activation to
      com.fasterxml.jackson.databind;
  opens io.wisp.base to
      com.fasterxml.jackson.databind;
  opens io.wisp.confidence to
      com.fasterxml.jackson.databind;
  opens io.wisp.dataset to
      com.fasterxml.jackson.databind;
  opens io.wisp.dicom to
      com.fasterxml.jackson.databind;
  opens io.wisp.diffusion to
      com.fasterxml.jackson.databind;
  opens io.wisp.distillation to
      com.fasterxml.jackson.databind;
  opens io.wisp.engine to
      com.fasterxml.jackson.databind;
  opens io.wisp.evaluation to
      com.fasterxml.jackson.databind;
  opens io.wisp.grid to
      com.fasterxml.jackson.databind;
  opens io.wisp.layout to
      com.fasterxml.jackson.databind;
  opens io.wisp.learning to
      com.fasterxml.jackson.databind;
  opens io.wisp.mask to
      com.fasterxml.jackson.databind;
  opens io.wisp.metrics to
      com.fasterxml.jackson.databind;
  opens io.wisp.network to
      com.fasterxml.jackson.databind;
  opens io.wisp.nifti to
      com.fasterxml.jackson.databind;
  opens io.wisp.proof to
      com.fasterxml.jackson.databind;
  opens io.wisp.report to
      com.fasterxml.jackson.databind,
      io.pebbletemplates;
  opens io.wisp.segmentation to
      com.fasterxml.jackson.databind;
  opens io.wisp.slices to
      com.fasterxml.jackson.databind;
  opens io.wisp.training to
      com.fasterxml.jackson.databind;
  opens io.wisp.tuning to
      com.fasterxml.jackson.databind;
  opens io.wisp.volume to
      com.fasterxml.jackson.databind;
  opens io.wisp.weights to
      com.fasterxml.jackson.databind;

  uses io.wisp.SegmentationEngine;
  uses io.wisp.activation.MapMethod;
  uses io.wisp.dataset.Layout;
  uses io.wisp.volume.MaskFormat;
  uses io.wisp.volume.ScanFormat;

  provides io.wisp.dataset.Layout with
      io.wisp.layout.PictureLayout,
      io.wisp.layout.ChaosLayout,
      io.wisp.layout.TcgaLayout,
      io.wisp.layout.BratsLayout;
  provides io.wisp.volume.MaskFormat with
      io.wisp.nifti.NiftiFormat;
  provides io.wisp.volume.ScanFormat with
      io.wisp.dicom.DicomFormat,
      io.wisp.nifti.NiftiFormat;
}
