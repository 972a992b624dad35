/**
 * The networks of guided-diffusion ("ADM", Dhariwal and Nichol 2021), with its parameter names: the
 * noise predictor {@link io.wisp.network.UNetModel} and the noise-aware classifier {@link
 * io.wisp.network.EncoderUNetModel}.
 *
 * <p>Images are [N, C, H, W]; timesteps are [N]; embeddings are [N, 4 × model channels]. A layer
 * computes in the number format of its image: weights are cast to it, normalisation statistics stay
 * in float32.
 */
package io.wisp.network;
