/**
 * From labelled images to activation maps, by several methods ({@link
 * io.wisp.activation.MapMethod}). {@link io.wisp.activation.ConditionPerturbation} is Algorithm 1
 * of the paper: where does the denoised image change when the label's embedding is perturbed?
 */
package io.wisp.activation;
