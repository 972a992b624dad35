/**
 * How far masks are to be trusted, without a mask made by hand: pixel by pixel, slice by slice, and
 * for whole scans. All numbers are in [0, 1] on a scale that does not depend on what else is looked
 * at. Pure Java.
 */
package io.wisp.confidence;
