/**
 * The paper's experiments on one's own data: the comparison of all methods over several repeats
 * ({@link io.wisp.reproduction.Reproduction}), and one parameter varied at a time ({@link
 * io.wisp.reproduction.Ablation}).
 */
package io.wisp.reproduction;
