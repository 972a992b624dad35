/**
 * How good a mask is: overlap and surface distance against the truth, for slices and volumes,
 * objects found and false ones in whole scans, and summaries, intervals and tests of many scores.
 * Pure Java.
 */
package io.wisp.metrics;
