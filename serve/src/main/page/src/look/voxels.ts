import type { NVImage } from '../../vendor/niivue';

/** 1 where a volume's voxels reach a value, else 0, in the order of its file. */
export function atLeast(volume: NVImage, value: number): Uint8Array {
  const slope = volume.hdr.scl_slope || 1;
  const limit = (value - volume.hdr.scl_inter) / slope;
  const voxels = new Uint8Array(volume.img.length);
  for (let i = 0; i < voxels.length; i++) {
    voxels[i] = (volume.img[i] ?? 0) >= limit ? 1 : 0;
  }
  return voxels;
}

/** Volume in ml of the voxels that are set. */
export function millilitres(volume: NVImage, voxels: Uint8Array): number {
  const [, x = 1, y = 1, z = 1] = volume.hdr.pixDims;
  let count = 0;
  for (const voxel of voxels) {
    count += voxel === 0 ? 0 : 1;
  }
  return (count * Math.abs(x * y * z)) / 1000;
}

/** The middle of the slice, along `axis`, that holds the most set voxels; the scan's middle if none is set. */
export function fullestPlace(volume: NVImage, voxels: Uint8Array, axis: number): number[] {
  const dims = volume.hdr.dims.slice(1, 4);
  const [nx = 1, ny = 1] = dims;
  const counts = new Int32Array(dims[axis] ?? 1);
  const places = Array.from(counts, () => [0, 0, 0]);
  voxels.forEach((voxel, i) => {
    if (voxel !== 0) {
      const place = [i % nx, Math.floor(i / nx) % ny, Math.floor(i / (nx * ny))];
      const slice = place[axis] ?? 0;
      counts[slice]! += 1;
      places[slice] = (places[slice] ?? [0, 0, 0]).map((sum, k) => sum + (place[k] ?? 0));
    }
  });
  const most = Math.max(...counts);
  const best = counts.indexOf(most);
  return most === 0 ? dims.map((n) => Math.floor(n / 2)) : (places[best] ?? []).map((sum) => Math.round(sum / most));
}

/** Where a voxel of the file lies, in mm. */
export function toMm(volume: NVImage, voxel: readonly number[]): number[] {
  return volume.hdr.affine.slice(0, 3).map((row) => row.slice(0, 3).reduce((sum, a, i) => sum + a * (voxel[i] ?? 0), row[3] ?? 0));
}

/** The voxel of the file at a place in mm, by the inverse of the affine. */
export function toVoxel(volume: NVImage, mm: ArrayLike<number>): number[] {
  const [a, b, c] = [0, 1, 2].map((j) => [0, 1, 2].map((i) => volume.hdr.affine[i]?.[j] ?? 0)) as [number[], number[], number[]];
  const d = [0, 1, 2].map((i) => (mm[i] ?? 0) - (volume.hdr.affine[i]?.[3] ?? 0));
  const whole = determinant(a, b, c);
  return [determinant(d, b, c), determinant(a, d, c), determinant(a, b, d)].map((part) => Math.round(part / whole));
}

function determinant(a: number[], b: number[], c: number[]): number {
  const [a0 = 0, a1 = 0, a2 = 0] = a;
  const [b0 = 0, b1 = 0, b2 = 0] = b;
  const [c0 = 0, c1 = 0, c2 = 0] = c;
  return a0 * (b1 * c2 - b2 * c1) - b0 * (a1 * c2 - a2 * c1) + c0 * (a1 * b2 - a2 * b1);
}
