/**
 * Labelled 2-D slices: finds the cases of a data set, cuts, normalises and resamples their volumes,
 * splits them by patient, and keeps the result in a memory-mapped store.
 */
package io.wisp.slices;
