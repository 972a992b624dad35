/**
 * How far to trust masks, without manual masks: per pixel, per slice and per scan. All values are
 * in [0, 1] on a scale independent of other scans. Pure Java.
 */
package io.wisp.confidence;
