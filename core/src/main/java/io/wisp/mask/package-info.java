/**
 * From activation map to mask: sign, drift, smoothing, foreground, Otsu's threshold, components. A
 * {@link io.wisp.mask.MaskRecipe} says how, a {@link io.wisp.mask.MaskMaker} does it. Pure Java.
 */
package io.wisp.mask;
