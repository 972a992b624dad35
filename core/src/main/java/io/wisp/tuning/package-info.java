/**
 * Chooses the settings of maps and masks from image labels alone ({@link io.wisp.tuning.Tuning}):
 * the best settings are those whose maps best predict which slices hold the object. Masks are read
 * only to compare the choice with one made from masks ({@link io.wisp.tuning.Oracle}).
 */
package io.wisp.tuning;
