/**
 * The border to LibTorch: which device and number format to compute in, how arrays go in and come
 * out, and who frees native memory. Everything that touches LibTorch's memory lives here.
 */
package io.wisp.engine;
