/**
 * Self-training: a weak method outlines the training patients ({@link
 * io.wisp.distillation.Teacher}), the most trusted masks are kept, and an ordinary segmentation
 * U-Net learns from them; its own masks train the next one ({@link
 * io.wisp.distillation.Distillation}). Labels tell which slices are empty. No manual mask is read.
 */
package io.wisp.distillation;
