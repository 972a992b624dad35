/**
 * Scans: NIfTI-1 and -2 files and DICOM series, their voxels and the geometry that places them in
 * space. The NIfTI reader is Wisp's own: the libraries on Maven Central are unmaintained or tied to
 * an imaging framework, and none is made for damaged or hostile files.
 */
package io.wisp.volume;
