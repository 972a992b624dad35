/**
 * Trains a network on labelled slices ({@link io.wisp.training.Training}); a {@link
 * io.wisp.training.TrainingTask} says which network, and with which loss. Everything random follows
 * from the seed and the number of the step, so that an interrupted run continues exactly as if it
 * had not stopped.
 */
package io.wisp.training;
