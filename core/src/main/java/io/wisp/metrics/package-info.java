/**
 * How good a mask is: overlap and surface distance against the truth, for slices and volumes, and
 * what many scores come to. Pure Java.
 */
package io.wisp.metrics;
