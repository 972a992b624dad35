/**
 * The effect of single settings and ideas: one parameter varied at a time ({@link
 * io.wisp.ablation.Ablation}), and tables that add an idea a row, of one run ({@link
 * io.wisp.ablation.RowAblation}) or over the repeats of a reproduction ({@link
 * io.wisp.ablation.RepeatedRowAblation}).
 */
package io.wisp.ablation;
