package io.wisp.phantom;

/** A place in the head, in millimetres from its middle: x left, y back, z up. */
record Point(double x, double y, double z) {
  Point plus(double dx, double dy, double dz) {
    return new Point(x + dx, y + dy, z + dz);
  }

  Point minus(Point other) {
    return new Point(x - other.x, y - other.y, z - other.z);
  }

  /** Turned by {@code angle} radians around the z axis. */
  Point turnedAboutZ(double angle) {
    double cos = Math.cos(angle);
    double sin = Math.sin(angle);
    return new Point(cos * x - sin * y, sin * x + cos * y, z);
  }

  /** Turned by {@code angle} radians around the x axis, as in a nod. */
  Point turnedAboutX(double angle) {
    double cos = Math.cos(angle);
    double sin = Math.sin(angle);
    return new Point(x, cos * y - sin * z, sin * y + cos * z);
  }

  /** Below 1 inside the ellipsoid of these radii around the middle, above 1 outside. */
  double ellipsoid(double rx, double ry, double rz) {
    return Math.sqrt(x * x / (rx * rx) + y * y / (ry * ry) + z * z / (rz * rz));
  }
}
