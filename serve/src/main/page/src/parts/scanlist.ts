import { fill, h, type Child } from './dom';

/** A row of a list of scans. */
export interface ScanRow {
  id: string;
  name: string;
  /** What is shown at the right, and in small below. */
  right: Child;
  below: Child;
  kind?: string;
}

/** A list of scans in which one is chosen; only rows that have changed are drawn again. */
export class ScanList {
  readonly root = h('div', { className: 'list' });
  private readonly rows = new Map<string, { element: HTMLButtonElement; drawn: string }>();

  constructor(private readonly open: (id: string) => void) {}

  draw(rows: readonly ScanRow[], chosen: string | null): void {
    const elements = rows.map((row) => {
      const held = this.rows.get(row.id) ?? this.make(row.id);
      const content = [
        h('span', { className: 'name', title: row.name }, row.name),
        h('span', { className: 'number' }, row.right),
        h('small', {}, row.below),
      ];
      const drawn = content.map((part) => part.outerHTML).join('') + (row.kind ?? '');
      if (drawn !== held.drawn) {
        held.drawn = drawn;
        fill(held.element, ...content);
      }
      held.element.className = `row ${row.kind ?? ''} ${row.id === chosen ? 'chosen' : ''}`;
      held.element.setAttribute('aria-current', String(row.id === chosen));
      return held.element;
    });
    if (elements.length !== this.root.childElementCount || elements.some((row, i) => row !== this.root.children[i])) {
      fill(this.root, ...elements);
    }
  }

  /** Brings the chosen row into view. */
  reveal(id: string): void {
    this.rows.get(id)?.element.scrollIntoView({ block: 'nearest' });
  }

  private make(id: string): { element: HTMLButtonElement; drawn: string } {
    const element = h('button', { type: 'button', onclick: () => this.open(id) });
    const held = { element, drawn: '' };
    this.rows.set(id, held);
    return held;
  }
}
