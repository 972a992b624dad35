/**
 * Scans in memory, their voxels and the geometry that places them in space, and what a format is: a
 * {@link io.wisp.volume.ScanFormat} reads scans, a {@link io.wisp.volume.MaskFormat} writes masks.
 * Formats are found by their lines in {@code META-INF/services}; none is named here.
 */
package io.wisp.volume;
