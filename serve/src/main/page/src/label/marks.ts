import type { Change, Entry, Label, Scan, Value } from '../parts/api';

/** One reader's labels of one name, by scan and slice. */
export class Marks {
  private readonly scans = new Map<string, Map<number, Value>>();

  load(labels: readonly Label[], reader: string): void {
    this.scans.clear();
    for (const label of labels) {
      if (label.reader === reader) {
        this.of(label.scan).set(label.slice, label.value);
      }
    }
  }

  apply(entries: readonly Entry[]): void {
    for (const entry of entries) {
      for (let slice = entry.from; slice <= entry.to; slice++) {
        if (entry.value === null) {
          this.of(entry.scan).delete(slice);
        } else {
          this.of(entry.scan).set(slice, entry.value);
        }
      }
    }
  }

  take(changed: readonly Change[]): void {
    this.apply(changed.map(({ scan, slice, value }) => ({ scan, from: slice, to: slice, value })));
  }

  get(scan: string, slice: number): Value | null {
    return this.scans.get(scan)?.get(slice) ?? null;
  }

  /** How many slices of a scan, or of all, hold this value. */
  count(value: Value, scan?: string): number {
    const chosen = scan === undefined ? [...this.scans.values()] : [this.of(scan)];
    return chosen.reduce((sum, slices) => sum + [...slices.values()].filter((v) => v === value).length, 0);
  }

  /** The first slice without a label at or after `from` that can be trained on, else null. */
  nextEmpty(scan: Scan, from: number): number | null {
    for (let slice = from; slice < scan.slices; slice++) {
      if (this.get(scan.id, slice) === null && !scan.skipped.includes(slice)) {
        return slice;
      }
    }
    return null;
  }

  private of(scan: string): Map<number, Value> {
    const known = this.scans.get(scan);
    if (known !== undefined) {
      return known;
    }
    const fresh = new Map<number, Value>();
    this.scans.set(scan, fresh);
    return fresh;
  }
}
