/**
 * The whole way with a trained model: new scans to masks ({@link
 * io.wisp.evaluation.ScanSegmentation}), and held-out slices to scores and a report ({@link
 * io.wisp.evaluation.Evaluation}).
 */
package io.wisp.evaluation;
