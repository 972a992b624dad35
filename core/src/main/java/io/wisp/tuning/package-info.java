/**
 * Chooses the settings of maps and masks from image labels alone ({@link io.wisp.tuning.Tuning}):
 * those settings are good whose maps tell best which slices hold the object. A mask is read only to
 * compare the choice with that of someone who sees masks ({@link io.wisp.tuning.Oracle}).
 */
package io.wisp.tuning;
