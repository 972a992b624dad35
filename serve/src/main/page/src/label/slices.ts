import { call } from '../parts/api';

/** All slices of a scan in 8-bit grey: `count` squares of `size` x `size` pixels. */
export interface Slices {
  count: number;
  size: number;
  grey: Uint8Array;
}

/** The pixels of one slice. */
export function pixels(slices: Slices, index: number): Uint8Array {
  const area = slices.size * slices.size;
  return slices.grey.subarray(index * area, (index + 1) * area);
}

/** Slices of the scans seen last, so that the next slice needs no request. */
export class SliceCache {
  private readonly held = new Map<string, Promise<Slices>>();
  private readonly bytes = new Map<string, number>();

  constructor(
    private readonly size = 256,
    private readonly limit = 300e6,
  ) {}

  get(scan: string): Promise<Slices> {
    const known = this.held.get(scan);
    if (known !== undefined) {
      this.held.delete(scan);
      this.held.set(scan, known);
      return known;
    }
    const fresh = this.load(scan);
    this.held.set(scan, fresh);
    fresh.catch(() => this.held.delete(scan));
    return fresh;
  }

  private async load(scan: string): Promise<Slices> {
    const answer = await call(`/scans/${scan}/slices.bin?size=${this.size}`);
    const grey = new Uint8Array(await answer.arrayBuffer());
    const slices = {
      count: Number(answer.headers.get('X-Slices')),
      size: Number(answer.headers.get('X-Size') ?? this.size),
      grey,
    };
    this.bytes.set(scan, grey.length);
    this.trim();
    return slices;
  }

  private trim(): void {
    let sum = [...this.bytes.values()].reduce((a, b) => a + b, 0);
    for (const scan of this.held.keys()) {
      if (sum <= this.limit || this.held.size <= 2) {
        return;
      }
      sum -= this.bytes.get(scan) ?? 0;
      this.bytes.delete(scan);
      this.held.delete(scan);
    }
  }
}
