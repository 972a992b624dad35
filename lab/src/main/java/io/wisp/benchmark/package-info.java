/**
 * Wisp's speed and memory use on this machine: whole passes, maps and training steps, each number
 * format in turn within one process, as ratios to plain float32. Weights are random; no trained
 * model is needed.
 */
package io.wisp.benchmark;
