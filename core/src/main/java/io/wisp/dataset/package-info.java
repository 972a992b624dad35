/**
 * Data sets as they lie on the disk: which cases a folder holds, in whichever layout, their scans,
 * masks and labels, and the split of their patients.
 */
package io.wisp.dataset;
