import { en } from '../en';
import { get, query, type Effort } from '../parts/api';
import { ask } from '../parts/ask';
import { button, fill, h, section } from '../parts/dom';
import { attempt } from '../parts/notice';
import type { Shared } from '../parts/project';
import type { Labelling } from './labelling';

/** Beside the slice: the decision, the label, the order, the counts, the time that it took. */
export class LabelPanel {
  readonly root: HTMLElement;
  private readonly decision = h('div', { className: 'decision', 'aria-live': 'polite' });
  private readonly names = h('select', { 'aria-label': en.label.name });
  private readonly counts = h('div', { className: 'counts' });
  private readonly effort = h('p', { className: 'quiet' });
  private readonly differing = h('div', { className: 'list short' });
  private readonly order = h('select', { 'aria-label': en.label.order });
  private readonly reader = h('button', { type: 'button', className: 'link', onclick: () => this.whoReads() });
  private asked = 0;

  constructor(
    private readonly shared: Shared,
    private readonly work: Labelling,
    private readonly whoReads: () => void,
  ) {
    this.order.append(h('option', { value: 'scan' }, en.label.scanByScan), h('option', { value: 'useful' }, en.label.mostUseful));
    this.order.onchange = () => {
      this.order.blur();
      this.setOrder(this.order.value === 'useful');
    };
    this.names.onchange = () => {
      this.names.blur();
      this.choose(this.names.value);
    };
    this.root = h(
      'aside',
      { className: 'panel' },
      section(en.label.name, this.names),
      section(
        en.label.decision,
        this.decision,
        h(
          'div',
          { className: 'pair' },
          button(en.label.yes, () => work.decide('yes'), { kind: 'yes', keys: 'Y' }),
          button(en.label.no, () => work.decide('no'), { kind: 'no', keys: 'N' }),
        ),
        h(
          'div',
          { className: 'pair' },
          button(en.label.undo, () => work.undo(), { keys: 'U' }),
          button(en.label.next, () => void attempt(() => work.next()), { keys: 'Space' }),
        ),
      ),
      section(en.label.order, this.order),
      section(en.label.soFar, this.counts, this.effort),
      section(en.label.differ, this.differing),
      h('footer', {}, en.label.readBy, this.reader),
    );
    work.disagreements.follow(() => this.drawDifferences());
    shared.reader.follow((name) => fill(this.reader, name === '' ? en.label.nobody : name));
  }

  /** Turns the most useful slices on or off. */
  setOrder(useful: boolean): void {
    this.work.useful.set(useful);
    this.order.value = useful ? 'useful' : 'scan';
    if (useful) {
      void attempt(() => this.work.next());
    }
  }

  /** Reads the names of labels from the server. */
  async load(): Promise<void> {
    const known = await get<string[]>('/labels/names');
    const names = [...new Set([...known, this.shared.label.value])];
    fill(
      this.names,
      ...names.map((name) => h('option', { value: name, selected: name === this.shared.label.value }, name)),
      h('option', { value: '' }, en.label.newName),
    );
    this.readEffort();
  }

  draw(): void {
    const { work } = this;
    const [from, to] = work.range;
    const value = work.scan === null ? null : work.marks.get(work.scan.id, work.slice);
    this.decision.className = `decision ${from < to ? 'range' : (value ?? 'none')}`;
    fill(this.decision, from < to ? en.label.range(from + 1, to + 1) : en.label.value(value));
    const yes = work.marks.count('yes');
    const no = work.marks.count('no');
    const all = this.shared.scans.value.reduce((sum, scan) => sum + scan.slices - scan.skipped.length, 0);
    fill(
      this.counts,
      count(en.label.yes, yes, 'yes'),
      count(en.label.no, no, 'no'),
      count(en.label.left, Math.max(0, all - yes - no), ''),
    );
  }

  /** Asks how long the labels took, at most once in two seconds. */
  readEffort(): void {
    clearTimeout(this.asked);
    this.asked = setTimeout(() => {
      const { label, reader } = this.shared;
      const path = `/labels/effort${query({ name: label.value, reader: reader.value })}`;
      get<Effort>(path).then((effort) => fill(this.effort, en.label.effort(effort)), () => undefined);
    }, 1500);
  }

  private choose(name: string): void {
    void attempt(async () => {
      this.shared.label.set(name !== '' ? name : await ask(en.label.askName, this.shared.label.value));
      await this.load();
      await this.work.load();
    });
  }

  private drawDifferences(): void {
    const rows = this.work.disagreements.value.slice(0, 200).map((difference) =>
      h(
        'button',
        {
          type: 'button',
          className: 'row',
          onclick: () => void attempt(() => this.work.open(difference.scan, difference.slice)),
        },
        h('span', { className: 'name' }, this.shared.scan(difference.scan)?.name ?? difference.scan),
        h('span', { className: 'number' }, String(difference.slice + 1)),
        h('small', {}, Object.entries(difference.values).map(([who, value]) => `${who}: ${en.label.value(value)}`).join(', ')),
      ),
    );
    fill(this.differing, ...(rows.length > 0 ? rows : [h('p', { className: 'quiet' }, en.label.noDifference)]));
  }
}

function count(name: string, value: number, kind: string): HTMLElement {
  return h('div', { className: kind }, h('b', {}, String(value)), h('span', {}, name));
}
