/**
 * NIfTI-1 and -2 files. The reader is Wisp's own: the libraries on Maven Central are unmaintained
 * or tied to an imaging framework, and none is made for damaged or hostile files.
 */
package io.wisp.nifti;
