package io.wisp.network;

/**
 * A place in the tree of layers, where parameters are declared under its name.
 *
 * @param parameters the network's parameters
 * @param prefix dotted path, empty at the root
 */
record LayerPath(Parameters parameters, String prefix) {
  /** A place below this one. */
  LayerPath at(Object name) {
    return new LayerPath(parameters, prefix.isEmpty() ? name.toString() : prefix + "." + name);
  }

  Parameter declare(String name, Init init, long fanIn, long... shape) {
    return parameters.declare(at(name).prefix, init, fanIn, shape);
  }
}
