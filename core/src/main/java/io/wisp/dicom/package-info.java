/** Reads DICOM Part-10 files: what Wisp needs of their header, and their pixels as stored. */
package io.wisp.dicom;
