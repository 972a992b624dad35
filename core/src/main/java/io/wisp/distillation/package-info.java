/**
 * Self-training: a weak method outlines the training patients ({@link
 * io.wisp.distillation.Teacher}), the masks are weighed by how far they are to be trusted, and an
 * ordinary segmentation U-Net learns from them; its own masks teach the next one ({@link
 * io.wisp.distillation.Distillation}). Labels tell which slices hold nothing. No mask made by hand
 * is read.
 */
package io.wisp.distillation;
