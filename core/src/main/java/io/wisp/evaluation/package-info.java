/**
 * Judges a trained model: the masks of held-out slices against manual ones, as scores and a report
 * ({@link io.wisp.evaluation.Evaluation}).
 */
package io.wisp.evaluation;
