/**
 * Proof before trust: a number format is used only where a network's own layers come out as they do
 * in float32.
 */
package io.wisp.proof;
