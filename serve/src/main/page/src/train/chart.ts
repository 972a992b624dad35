import { en } from '../en';
import { svg } from '../parts/dom';

const width = 640;
const height = 220;
const margin = { left: 52, right: 12, top: 12, bottom: 30 };

/** The loss over the steps, each value as a faint line, their running mean as a bright one; logarithmic. */
export function lossChart(loss: readonly (readonly [number, number])[]): SVGElement {
  const points = loss.filter(([, value]) => value > 0 && Number.isFinite(value));
  const last = points.at(-1);
  const root = svg('svg', { class: 'chart', viewBox: `0 0 ${width} ${height}`, role: 'img', 'aria-label': en.train.loss });
  if (last === undefined) {
    root.append(text(width / 2, height / 2, en.train.noLoss, 'middle'));
    return root;
  }
  const values = points.map(([, value]) => Math.log10(value));
  const low = Math.floor(Math.min(...values) * 5) / 5;
  const high = Math.max(low + 0.2, Math.ceil(Math.max(...values) * 5) / 5);
  const x = (step: number): number => margin.left + (step / Math.max(1, last[0])) * (width - margin.left - margin.right);
  const y = (log: number): number => margin.top + ((high - log) / (high - low)) * (height - margin.top - margin.bottom);
  for (const tick of logTicks(low, high)) {
    root.append(svg('line', { class: 'grid', x1: margin.left, x2: width - margin.right, y1: y(tick), y2: y(tick) }));
    root.append(text(margin.left - 8, y(tick) + 4, trim(10 ** tick), 'end'));
  }
  for (const step of stepTicks(last[0])) {
    root.append(text(x(step), height - 10, String(step), 'middle'));
  }
  root.append(text(width - margin.right, height - 10, en.train.steps, 'end'));
  const line = (logs: readonly number[], name: string): SVGElement =>
    svg('polyline', { class: name, points: logs.map((log, i) => `${x(points[i]?.[0] ?? 0).toFixed(1)},${y(log).toFixed(1)}`).join(' ') });
  root.append(line(values, 'each'), line(means(values), 'mean'));
  return root;
}

function means(values: readonly number[]): number[] {
  const reach = Math.max(1, Math.round(values.length / 30));
  let mean = values[0] ?? 0;
  return values.map((value) => (mean += (value - mean) / reach));
}

function logTicks(low: number, high: number): number[] {
  const ticks: number[] = [];
  for (let power = Math.floor(low); power <= high; power++) {
    for (const digit of [1, 2, 5]) {
      const tick = power + Math.log10(digit);
      if (tick >= low && tick <= high) {
        ticks.push(tick);
      }
    }
  }
  return ticks;
}

function stepTicks(last: number): number[] {
  const rough = last / 5;
  const power = 10 ** Math.floor(Math.log10(Math.max(1, rough)));
  const step = [1, 2, 5, 10].map((digit) => digit * power).find((size) => size >= rough) ?? 1;
  return Array.from({ length: Math.floor((last * 0.88) / step) + 1 }, (_, i) => i * step);
}

function trim(value: number): string {
  return String(Number(value.toPrecision(2)));
}

function text(x: number, y: number, what: string, anchor: string): SVGElement {
  return svg('text', { x, y, 'text-anchor': anchor }, what);
}
