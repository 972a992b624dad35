import { en } from '../en';
import { get, query, type Change, type Disagreement, type Entry, type Label, type Scan, type Value } from '../parts/api';
import { attempt, notice } from '../parts/notice';
import type { LabelEvent, Shared } from '../parts/project';
import { Signal } from '../parts/signal';
import { Marks } from './marks';
import { nextEmpty, Suggestions } from './order';
import { Outbox } from './outbox';
import { SliceCache, type Slices } from './slices';

const longestPause = 30_000;

/** Where a reader is, what she has labelled, and what each command does. */
export class Labelling {
  readonly marks = new Marks();
  readonly disagreements = new Signal<Disagreement[]>([]);
  readonly useful = new Signal<boolean>(false);
  readonly outbox: Outbox;
  readonly suggestions = new Suggestions();
  scan: Scan | null = null;
  slices: Slices | null = null;
  slice = 0;
  anchor: number | null = null;
  private readonly cache = new SliceCache();
  private last = performance.now();
  private asked = 0;

  /** @param changed called when anything that is shown has changed */
  constructor(
    private readonly shared: Shared,
    private readonly changed: () => void,
  ) {
    this.outbox = new Outbox(
      (changed) => this.undone(changed),
      (error) => {
        notice(error.message, 'bad');
        void attempt(() => this.load());
      },
    );
    shared.labels.follow((event) => this.others(event));
  }

  /** The slices that a decision is about, both ends included. */
  get range(): [number, number] {
    const other = this.anchor ?? this.slice;
    return [Math.min(other, this.slice), Math.max(other, this.slice)];
  }

  /** Reads all labels of the chosen name. */
  async load(): Promise<void> {
    const name = this.shared.label.value;
    const labels = await get<Label[]>(`/labels${query({ name })}`);
    this.marks.load(labels, this.shared.reader.value);
    for (const change of this.outbox.waiting) {
      this.marks.apply(change.entries);
    }
    this.suggestions.forget();
    this.disagreements.set(await get<Disagreement[]>(`/labels/disagreements${query({ name })}`));
    this.changed();
  }

  /** Shows the slice seen last, or the first one without a label. */
  async begin(): Promise<void> {
    const scans = this.shared.scans.value;
    const seen = scans.find((scan) => scan.id === this.scan?.id);
    const first = scans[0];
    if (seen !== undefined) {
      await this.open(seen.id, this.slice);
    } else if (first !== undefined) {
      const place = nextEmpty(scans, this.marks, first.id, 0) ?? { scan: first.id, slice: 0 };
      await this.open(place.scan, place.slice);
    }
  }

  /** Shows a slice of a scan. */
  async open(id: string, slice: number | null = null): Promise<void> {
    const scan = this.shared.scan(id);
    if (scan === undefined) {
      return;
    }
    const asked = ++this.asked;
    const slices = await this.cache.get(id);
    if (asked !== this.asked) {
      return;
    }
    this.scan = scan;
    this.slices = slices;
    this.anchor = null;
    this.slice = Math.min(slices.count - 1, slice ?? this.marks.nextEmpty(scan, 0) ?? 0);
    this.changed();
    this.ahead();
  }

  move(by: number, extend = false): void {
    this.go(this.slice + by, extend);
  }

  go(slice: number, extend = false): void {
    if (this.slices === null) {
      return;
    }
    this.anchor = extend ? (this.anchor ?? this.slice) : null;
    this.slice = Math.min(this.slices.count - 1, Math.max(0, slice));
    this.changed();
  }

  /** The scan after this one, or before it. */
  async other(by: number): Promise<void> {
    const scans = this.shared.scans.value;
    const next = scans[scans.findIndex((scan) => scan.id === this.scan?.id) + by];
    if (next !== undefined) {
      await this.open(next.id);
    }
  }

  /** Labels the range, or takes its labels away, and goes on to what comes next. */
  decide(value: Value | null): void {
    if (this.scan === null || this.slices === null) {
      return;
    }
    const [from, to] = this.range;
    const entry: Entry = { scan: this.scan.id, from, to, value };
    const now = performance.now();
    const millis = Math.round(Math.min(longestPause, now - this.last));
    this.last = now;
    this.marks.apply([entry]);
    this.outbox.put({ name: this.shared.label.value, reader: this.shared.reader.value, entries: [entry], millis });
    this.anchor = null;
    if (value === null) {
      this.changed();
    } else if (this.useful.value) {
      this.changed();
      void attempt(() => this.next());
    } else if (to + 1 < this.slices.count) {
      this.slice = to + 1;
      this.changed();
    } else {
      this.changed();
      void attempt(() => this.nextScan(this.scan?.id ?? ''));
    }
  }

  undo(): void {
    this.outbox.undo(this.shared.reader.value);
  }

  /** The next slice without a label: the most useful one, or the next in order. */
  async next(): Promise<void> {
    if (this.useful.value) {
      const place = await this.suggestions.next(this.shared.label.value, this.marks);
      if (place === null) {
        notice(en.label.allDone);
      } else {
        await this.open(place.scan, place.slice);
      }
    } else {
      await this.nextScan(this.scan?.id ?? '', this.slice + 1);
    }
  }

  private async nextScan(id: string, from = Number.MAX_SAFE_INTEGER): Promise<void> {
    const place = nextEmpty(this.shared.scans.value, this.marks, id, from);
    if (place === null) {
      notice(en.label.allDone);
    } else {
      await this.open(place.scan, place.slice);
    }
  }

  private ahead(): void {
    const scans = this.shared.scans.value;
    const at = scans.findIndex((scan) => scan.id === this.scan?.id);
    const next = this.useful.value ? this.suggestions.ahead : scans.slice(at + 1, at + 3).map((scan) => scan.id);
    for (const id of next) {
      this.cache.get(id).catch(() => undefined);
    }
  }

  private undone(changed: readonly Change[]): void {
    const first = changed[0];
    if (first === undefined) {
      notice(en.label.nothingToUndo);
      return;
    }
    this.marks.take(changed);
    void attempt(() => this.open(first.scan, Math.min(...changed.map((change) => change.slice))));
  }

  private others(event: LabelEvent | null): void {
    if (event === null || event.name !== this.shared.label.value) {
      return;
    }
    if (event.reader === this.shared.reader.value && this.outbox.waiting.length === 0) {
      this.marks.take(event.changed);
      this.changed();
    }
  }
}
