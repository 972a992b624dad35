/**
 * How good a mask is: overlap and surface distance against the truth, for slices and volumes, and
 * summaries of many scores. Pure Java.
 */
package io.wisp.metrics;
