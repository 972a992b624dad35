import { h } from '../parts/dom';
import { dragged, lookup, paint, wholeRange, type GreyWindow } from './window';
import type { Slices } from './slices';

/** The large slice, with window, zoom and place by the mouse, and its neighbours in small. */
export class SliceView {
  readonly large = h('canvas', { className: 'slice', tabIndex: -1 });
  readonly strip = h('div', { className: 'neighbours' });
  private readonly small: HTMLCanvasElement[] = [];
  private greys: GreyWindow = wholeRange;
  private zoom = 1;
  private shift = { x: 0, y: 0 };
  private slices: Slices | null = null;
  private index = 0;
  private wheel = 0;

  /**
   * @param step called to move by some slices
   * @param changed called when window or zoom have changed
   */
  constructor(
    private readonly step: (by: number) => void,
    private readonly changed: () => void,
  ) {
    for (let offset = -2; offset <= 2; offset++) {
      const canvas = h('canvas', { className: offset === 0 ? 'now' : '', onclick: () => this.step(offset) });
      this.small.push(canvas);
      this.strip.append(canvas);
    }
    this.large.addEventListener('wheel', (event) => this.onWheel(event), { passive: false });
    this.large.addEventListener('pointerdown', (event) => this.onDrag(event));
    this.large.addEventListener('dblclick', () => this.reset());
    this.large.addEventListener('contextmenu', (event) => event.preventDefault());
  }

  /** What is set, in words for the corner of the picture. */
  get state(): { greys: GreyWindow; zoom: number } {
    return { greys: this.greys, zoom: this.zoom };
  }

  draw(slices: Slices, index: number): void {
    this.slices = slices;
    this.index = index;
    const greys = lookup(this.greys);
    paint(this.large, slices, index, greys);
    this.small.forEach((canvas, i) => {
      const neighbour = index + i - 2;
      const exists = neighbour >= 0 && neighbour < slices.count;
      canvas.classList.toggle('none', !exists);
      if (exists) {
        paint(canvas, slices, neighbour, greys);
      }
    });
  }

  clear(): void {
    this.slices = null;
    for (const canvas of [this.large, ...this.small]) {
      canvas.width = 0;
    }
  }

  zoomBy(factor: number): void {
    this.zoom = Math.min(8, Math.max(1, this.zoom * factor));
    if (this.zoom === 1) {
      this.shift = { x: 0, y: 0 };
    }
    this.place();
  }

  reset(): void {
    this.greys = wholeRange;
    this.shift = { x: 0, y: 0 };
    this.zoom = 1;
    this.place();
    this.again();
  }

  private again(): void {
    if (this.slices !== null) {
      this.draw(this.slices, this.index);
    }
    this.changed();
  }

  private place(): void {
    this.large.style.transform = `translate(${this.shift.x}px, ${this.shift.y}px) scale(${this.zoom})`;
    this.changed();
  }

  private onWheel(event: WheelEvent): void {
    event.preventDefault();
    if (event.ctrlKey || event.metaKey) {
      this.zoomBy(event.deltaY < 0 ? 1.15 : 1 / 1.15);
      return;
    }
    this.wheel += event.deltaMode === WheelEvent.DOM_DELTA_PIXEL ? event.deltaY : event.deltaY * 50;
    const steps = Math.trunc(this.wheel / 50);
    if (steps !== 0) {
      this.wheel -= steps * 50;
      this.step(steps);
    }
  }

  private onDrag(event: PointerEvent): void {
    const from = { x: event.clientX, y: event.clientY, greys: this.greys, shift: this.shift };
    const moves = event.button !== 0 || event.shiftKey;
    this.large.setPointerCapture(event.pointerId);
    const move = (now: PointerEvent): void => {
      const dx = now.clientX - from.x;
      const dy = now.clientY - from.y;
      if (moves) {
        this.shift = { x: from.shift.x + dx, y: from.shift.y + dy };
        this.place();
      } else {
        this.greys = dragged(from.greys, dx, dy);
        this.again();
      }
    };
    const end = (): void => {
      this.large.removeEventListener('pointermove', move);
      this.large.removeEventListener('pointerup', end);
      this.large.removeEventListener('pointercancel', end);
    };
    this.large.addEventListener('pointermove', move);
    this.large.addEventListener('pointerup', end);
    this.large.addEventListener('pointercancel', end);
  }
}
