import { h } from '../parts/dom';
import type { Value } from '../parts/api';

/** What the strip shows of a scan; ranges include both ends. */
export interface StripState {
  slices: number;
  now: number;
  range: [number, number] | null;
  value: (slice: number) => Value | null;
  differs: (slice: number) => boolean;
  skipped: readonly number[];
}

const colours = { yes: '#e69f00', no: '#56b4e9', empty: '#3a424d', now: '#ffffff', range: '#8f9baa' };

/** All slices of a scan in a row: a tall bar is yes, a short one no, a line has no label yet, nothing is not trained on. */
export class Strip {
  readonly canvas = h('canvas', { className: 'strip' });
  private state: StripState | null = null;

  constructor(go: (slice: number, extend: boolean) => void) {
    const to = (event: PointerEvent): void => {
      if (this.state !== null) {
        const part = event.offsetX / this.canvas.clientWidth;
        const slice = Math.floor(part * this.state.slices);
        go(Math.min(this.state.slices - 1, Math.max(0, slice)), event.shiftKey);
      }
    };
    this.canvas.addEventListener('pointerdown', (event) => {
      this.canvas.setPointerCapture(event.pointerId);
      to(event);
    });
    this.canvas.addEventListener('pointermove', (event) => event.buttons === 1 && to(event));
    new ResizeObserver(() => this.state !== null && this.draw(this.state)).observe(this.canvas);
  }

  draw(state: StripState): void {
    this.state = state;
    const scale = devicePixelRatio;
    const width = this.canvas.clientWidth;
    const height = this.canvas.clientHeight;
    this.canvas.width = width * scale;
    this.canvas.height = height * scale;
    const context = this.canvas.getContext('2d');
    if (context === null || width === 0) {
      return;
    }
    context.scale(scale, scale);
    const cell = width / state.slices;
    const bar = Math.max(1, cell - Math.min(2, cell / 3));
    for (let slice = 0; slice < state.slices; slice++) {
      const x = slice * cell + (cell - bar) / 2;
      const value = state.value(slice);
      const tall = value === 'yes' ? height - 14 : value === 'no' ? (height - 14) / 2.6 : state.skipped.includes(slice) ? 0 : 3;
      context.fillStyle = colours[value ?? 'empty'];
      context.fillRect(x, height - 4 - tall, bar, tall);
      if (state.differs(slice)) {
        context.fillStyle = colours.now;
        context.fillRect(x + bar / 2 - 2, 1, 4, 4);
      }
    }
    if (state.range !== null) {
      context.fillStyle = colours.range;
      context.globalAlpha = 0.35;
      context.fillRect(state.range[0] * cell, 0, (state.range[1] - state.range[0] + 1) * cell, height);
      context.globalAlpha = 1;
    }
    context.strokeStyle = colours.now;
    context.lineWidth = 1.5;
    context.strokeRect(state.now * cell + 0.75, 6, Math.max(3, cell - 1.5), height - 7);
  }
}
