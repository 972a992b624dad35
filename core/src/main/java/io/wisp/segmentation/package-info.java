/**
 * From a trained model to outlines: opens the networks of a method ({@link
 * io.wisp.segmentation.TrainedModel}), and makes the masks of a scan ({@link
 * io.wisp.segmentation.ScanSegmentation}) or of a store's slices ({@link
 * io.wisp.segmentation.StoreMaps}). Never looks at scores.
 */
package io.wisp.segmentation;
