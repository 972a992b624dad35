import { en } from '../en';
import type { Outline, Value } from '../parts/api';
import { h } from '../parts/dom';

/** The slices of a scan in a row: the model's confidence and verdict above, the readers' labels below. */
export class SliceBars {
  readonly root = h('div', { className: 'slicebars' });
  private readonly bars: HTMLButtonElement[] = [];

  constructor(private readonly go: (slice: number) => void) {}

  draw(outline: Outline, slices: number, label: (slice: number) => Value | null): void {
    const known = new Map(outline.slices.map((slice) => [slice.slice, slice]));
    this.bars.length = 0;
    for (let index = 0; index < slices; index++) {
      const slice = known.get(index);
      const value = label(index);
      const bar = h('i', { className: slice?.positive === true ? 'yes' : 'no' });
      bar.style.height = `${Math.round(100 * (slice?.confidence ?? 0))}%`;
      this.bars.push(
        h(
          'button',
          {
            type: 'button',
            tabIndex: -1,
            title: en.look.slice(index + 1, slice?.confidence ?? null, slice?.positive ?? false, value),
            onclick: () => this.go(index),
          },
          h('span', {}, bar),
          h('b', { className: value ?? '' }),
        ),
      );
    }
    this.root.replaceChildren(...this.bars);
  }

  mark(slice: number): void {
    this.bars.forEach((bar, i) => bar.classList.toggle('now', i === slice));
  }
}
