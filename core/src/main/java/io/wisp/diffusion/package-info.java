/**
 * The diffusion process: noise schedules, adding noise, DDIM steps, guidance and training losses.
 * Equations are numbered as in Hu et al., MICCAI 2023; timesteps are indices 0 … T−1 unless said
 * otherwise.
 */
package io.wisp.diffusion;
