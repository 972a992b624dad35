/**
 * Proof before trust: a number format is used only if a network's own layers agree with float32 in
 * it.
 */
package io.wisp.proof;
