/**
 * File formats for named tensors: safetensors, which is Wisp's own format, and the checkpoints of
 * PyTorch, which are read as untrusted data. Independent of the engine.
 */
package io.wisp.weights;
