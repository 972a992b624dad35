import { pixels, type Slices } from './slices';

/** Which greys are shown: `width` greys around `level`, both in 8-bit grey values. */
export interface GreyWindow {
  level: number;
  width: number;
}

export const wholeRange: GreyWindow = { level: 128, width: 256 };

/** The window after a drag of the mouse: right widens it, up makes the picture brighter. */
export function dragged(from: GreyWindow, dx: number, dy: number): GreyWindow {
  return {
    width: Math.min(512, Math.max(4, from.width + dx * 0.6)),
    level: Math.min(255, Math.max(0, from.level + dy * 0.4)),
  };
}

/** What each grey becomes. */
export function lookup(window: GreyWindow): Uint8ClampedArray {
  const low = window.level - window.width / 2;
  return Uint8ClampedArray.from({ length: 256 }, (_, grey) => ((grey - low) / window.width) * 255);
}

/** Paints a slice in its own size. */
export function paint(canvas: HTMLCanvasElement, slices: Slices, index: number, greys: Uint8ClampedArray): void {
  const size = slices.size;
  if (canvas.width !== size) {
    canvas.width = size;
    canvas.height = size;
  }
  const context = canvas.getContext('2d');
  if (context === null) {
    return;
  }
  const image = context.createImageData(size, size);
  const target = new Uint32Array(image.data.buffer);
  pixels(slices, index).forEach((value, i) => {
    const grey = greys[value] ?? 0;
    target[i] = 0xff000000 | (grey << 16) | (grey << 8) | grey;
  });
  context.putImageData(image, 0, 0);
}
