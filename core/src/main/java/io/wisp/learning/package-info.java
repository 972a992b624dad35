/**
 * The whole way from labelled slices to a student ({@link io.wisp.learning.Learning}): its
 * teacher's networks, their masks, and the student, in a given time.
 */
package io.wisp.learning;
