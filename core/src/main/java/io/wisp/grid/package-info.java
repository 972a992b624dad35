/** Brings the channels and the mask of a scan onto its grid, by their affines. */
package io.wisp.grid;
