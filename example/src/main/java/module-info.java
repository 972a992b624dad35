module outline {
  requires io.wisp.core;
}
