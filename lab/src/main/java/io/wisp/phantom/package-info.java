/**
 * Synthetic scans that look like axial FLAIR slices of heads, some with lesions: to try Wisp
 * without any patient's data. Lengths are millimetres; x points left, y backwards, z up.
 */
package io.wisp.phantom;
