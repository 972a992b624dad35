package io.wisp.activation;

/** The settings of one method. */
public sealed interface MethodSettings
    permits PerturbationSettings,
        GuidedPerturbationSettings,
        TranslationSettings,
        ClassActivationSettings,
        SupervisedSettings {}
