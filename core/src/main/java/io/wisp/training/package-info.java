/**
 * Trains a noise predictor on labelled slices. Everything random follows from the seed and the
 * number of the step, so that an interrupted run continues exactly as if it had not stopped.
 */
package io.wisp.training;
