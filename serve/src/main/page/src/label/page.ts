import { en } from '../en';
import { ask } from '../parts/ask';
import { fill, h } from '../parts/dom';
import { attempt } from '../parts/notice';
import type { Page } from '../parts/page';
import type { Shared } from '../parts/project';
import { ScanList } from '../parts/scanlist';
import { Labelling } from './labelling';
import { LabelPanel } from './panel';
import { Strip } from './strip';
import { SliceView } from './view';

/** Yes or no, slice by slice, by keys. */
export class LabelPage implements Page {
  readonly root: HTMLElement;
  readonly keys = en.label.keys;
  private readonly work: Labelling;
  private readonly view: SliceView;
  private readonly strip = new Strip((slice, extend) => this.work.go(slice, extend));
  private readonly list = new ScanList((id) => void attempt(() => this.work.open(id)));
  private readonly panel: LabelPanel;
  private readonly where = h('div', { className: 'corner top left' });
  private readonly greys = h('div', { className: 'corner bottom left' });
  private readonly saved = h('div', { className: 'corner bottom right' });
  private readonly badge = h('div', { className: 'corner top right badge' });
  private readonly stage: HTMLElement;
  private shown = false;

  constructor(private readonly shared: Shared) {
    this.work = new Labelling(shared, () => this.draw());
    this.view = new SliceView(
      (by) => this.work.move(by),
      () => this.drawGreys(),
    );
    this.panel = new LabelPanel(shared, this.work, () => void this.whoReads());
    this.stage = h('div', { className: 'stage' }, this.view.large, this.where, this.greys, this.saved, this.badge);
    this.root = h(
      'main',
      { className: 'label three' },
      h('nav', { className: 'panel', 'aria-label': en.scans.title }, h('h2', {}, en.scans.title), this.list.root),
      h('div', { className: 'middle' }, h('div', { className: 'viewer' }, this.view.strip, this.stage), this.strip.canvas),
      this.panel.root,
    );
    this.work.outbox.state.follow(() => this.drawSaved());
    shared.scans.follow(() => this.shown && this.draw());
    this.drawGreys();
  }

  show(rest: string): void {
    this.shown = true;
    void attempt(async () => {
      if (this.shared.reader.value === '') {
        await this.whoReads();
      }
      await this.work.load();
      await this.panel.load();
      const [scan, slice] = rest.split('/');
      if (scan !== undefined && scan !== '') {
        await this.work.open(scan, slice === undefined ? null : Number(slice) - 1);
      } else {
        await this.work.begin();
      }
      this.draw();
    });
  }

  hide(): void {
    this.shown = false;
    void this.shared.refreshScans();
  }

  key(event: KeyboardEvent): boolean {
    const { work } = this;
    const commands: Record<string, () => void> = {
      y: () => work.decide('yes'),
      n: () => work.decide('no'),
      x: () => work.decide(null),
      u: () => work.undo(),
      ' ': () => void attempt(() => work.next()),
      o: () => this.panel.setOrder(!work.useful.value),
      arrowright: () => work.move(1, event.shiftKey),
      arrowdown: () => work.move(1, event.shiftKey),
      arrowleft: () => work.move(-1, event.shiftKey),
      arrowup: () => work.move(-1, event.shiftKey),
      home: () => work.go(0, event.shiftKey),
      end: () => work.go(Number.MAX_SAFE_INTEGER, event.shiftKey),
      pagedown: () => void attempt(() => work.other(1)),
      pageup: () => void attempt(() => work.other(-1)),
      escape: () => work.move(0),
      '+': () => this.view.zoomBy(1.25),
      '-': () => this.view.zoomBy(0.8),
      '0': () => this.view.reset(),
    };
    const command = commands[event.key.toLowerCase()];
    command?.();
    return command !== undefined;
  }

  private async whoReads(): Promise<void> {
    this.shared.reader.set(await ask(en.label.askReader, this.shared.reader.value, this.shared.reader.value === ''));
    await this.work.load();
  }

  private draw(): void {
    const { work } = this;
    this.root.classList.toggle('nothing', this.shared.scans.value.length === 0);
    this.list.draw(
      this.shared.scans.value.map((scan) => {
        const yes = work.marks.count('yes', scan.id);
        const done = yes + work.marks.count('no', scan.id);
        return { id: scan.id, name: scan.name, right: `${done}/${scan.slices}`, below: progress(yes, done, scan.slices) };
      }),
      work.scan?.id ?? null,
    );
    this.panel.draw();
    if (work.scan === null || work.slices === null) {
      this.view.clear();
      return;
    }
    this.view.draw(work.slices, work.slice);
    this.list.reveal(work.scan.id);
    const value = work.marks.get(work.scan.id, work.slice);
    fill(this.where, h('b', {}, work.scan.name), h('span', {}, en.label.place(work.slice + 1, work.slices.count)));
    this.badge.className = `corner top right badge ${value ?? 'none'}`;
    fill(this.badge, en.label.value(value));
    this.drawStrip();
  }

  private drawStrip(): void {
    const { work } = this;
    const id = work.scan?.id ?? '';
    const [from, to] = work.range;
    const differing = new Set(work.disagreements.value.filter((d) => d.scan === id).map((d) => d.slice));
    this.strip.draw({
      slices: work.slices?.count ?? 1,
      now: work.slice,
      range: from < to ? [from, to] : null,
      value: (slice) => work.marks.get(id, slice),
      differs: (slice) => differing.has(slice),
      skipped: work.scan?.skipped ?? [],
    });
  }

  private drawGreys(): void {
    const { greys, zoom } = this.view.state;
    fill(this.greys, en.label.greys(greys.width, greys.level, zoom));
  }

  private drawSaved(): void {
    const { waiting, error } = this.work.outbox.state.value;
    this.saved.classList.toggle('bad', error !== null);
    fill(this.saved, error === null ? en.label.saved(waiting) : en.label.unsaved(waiting, error));
    this.panel.readEffort();
  }
}

function progress(yes: number, done: number, all: number): HTMLElement {
  const bar = h('span', { className: 'progress two' }, h('i', { className: 'yes' }), h('i', { className: 'no' }));
  const [first, second] = bar.children as unknown as [HTMLElement, HTMLElement];
  first.style.width = `${(100 * yes) / all}%`;
  second.style.width = `${(100 * (done - yes)) / all}%`;
  return bar;
}
