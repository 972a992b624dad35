package io.wisp.activation;

/**
 * The parameters of CG-CDM.
 *
 * @param map those of Algorithm 1
 * @param guidance those of the classifier
 */
public record GuidedPerturbationSettings(PerturbationSettings map, GuidanceSettings guidance)
    implements MethodSettings {}
