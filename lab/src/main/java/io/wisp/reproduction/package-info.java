/**
 * The paper's comparison of all methods on one's own data, over several repeats ({@link
 * io.wisp.reproduction.Reproduction}).
 */
package io.wisp.reproduction;
