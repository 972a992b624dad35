/**
 * From labelled images to activation maps: where does the denoised image move when the label's
 * embedding is nudged? {@link io.wisp.activation.ConditionPerturbation} is Algorithm 1 of the
 * paper.
 */
package io.wisp.activation;
