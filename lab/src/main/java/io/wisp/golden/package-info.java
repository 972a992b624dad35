/**
 * Comparison with outputs of the published implementations: one check per kind of golden file, as
 * its metadata names it.
 */
package io.wisp.golden;
