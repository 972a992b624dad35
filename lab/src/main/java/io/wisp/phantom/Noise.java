package io.wisp.phantom;

/**
 * Gradient noise in space (K. Perlin, "Improving Noise", 2002): smooth, about 0 on average, mostly
 * within [-0.7, 0.7], with features of the size of one wavelength. The same seed gives the same
 * noise.
 */
final class Noise {
  private static final int STEP_X = 0x9E3779B1;
  private static final int STEP_Y = 0x85EBCA77;
  private static final int STEP_Z = 0xC2B2AE3D;

  private final int seed;

  Noise(long seed) {
    this.seed = (int) (seed ^ (seed >>> 32));
  }

  /**
   * @param wavelength size of the features, in millimetres
   */
  double at(Point p, double wavelength) {
    return lattice(p.x() / wavelength, p.y() / wavelength, p.z() / wavelength);
  }

  /** Moves a point by up to about {@code reach} millimetres, neighbours alike. */
  Point warp(Point p, double wavelength, double reach) {
    double x = p.x() / wavelength;
    double y = p.y() / wavelength;
    double z = p.z() / wavelength;
    return p.plus(
        reach * lattice(x + 31.7, y, z),
        reach * lattice(x, y + 57.3, z),
        reach * lattice(x, y, z + 83.1));
  }

  private double lattice(double x, double y, double z) {
    double floorX = Math.floor(x);
    double floorY = Math.floor(y);
    double floorZ = Math.floor(z);
    double fx = x - floorX;
    double fy = y - floorY;
    double fz = z - floorZ;
    int corner = seed + hash((int) floorX, (int) floorY, (int) floorZ);
    double u = fade(fx);
    double v = fade(fy);
    double near = face(corner, fx, fy, fz, u, v);
    double far = face(corner + STEP_Z, fx, fy, fz - 1, u, v);
    return Smooth.mix(near, far, fade(fz));
  }

  private static double face(int corner, double x, double y, double z, double u, double v) {
    double low = Smooth.mix(slope(corner, x, y, z), slope(corner + STEP_X, x - 1, y, z), u);
    int across = corner + STEP_Y;
    double high =
        Smooth.mix(slope(across, x, y - 1, z), slope(across + STEP_X, x - 1, y - 1, z), u);
    return Smooth.mix(low, high, v);
  }

  /** One of Perlin's gradients, drawn by the corner's hash, times the offset from the corner. */
  private static double slope(int corner, double x, double y, double z) {
    int hash = (corner ^ (corner >>> 15)) * 0x2C1B3C6D;
    hash = (hash ^ (hash >>> 12)) * 0x297A2D39;
    int gradient = hash >>> 28;
    double a = gradient < 8 ? x : y;
    double b = gradient < 4 ? y : gradient == 12 || gradient == 14 ? x : z;
    return ((gradient & 1) == 0 ? a : -a) + ((gradient & 2) == 0 ? b : -b);
  }

  private static int hash(int x, int y, int z) {
    return x * STEP_X + y * STEP_Y + z * STEP_Z;
  }

  private static double fade(double t) {
    return t * t * t * (t * (t * 6 - 15) + 10);
  }
}
