/**
 * Labelled 2-D slices: cuts, normalises and resamples the scans of a data set, and keeps the result
 * in a memory-mapped store.
 */
package io.wisp.slices;
