/**
 * Reads DICOM Part-10 files, what Wisp needs of their header and their pixels as stored, and puts
 * the files of a series together to a scan.
 */
package io.wisp.dicom;
