import { en } from '../en';
import { ApiError } from './api';
import { h } from './dom';

const place = h('div', { className: 'notices', role: 'status', 'aria-live': 'polite' });

/** Where notices appear. */
export function notices(): HTMLElement {
  return place;
}

/** Shows a sentence for some seconds; an error stays until it is clicked. */
export function notice(sentence: string, kind: 'good' | 'bad' = 'good'): void {
  const shown = h('div', { className: `notice ${kind}`, onclick: () => shown.remove() }, sentence);
  place.append(shown);
  setTimeout(() => shown.remove(), kind === 'good' ? 4000 : 20000);
}

/** Runs what may fail, and shows why it failed. */
export async function attempt(work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    notice(error instanceof ApiError ? error.message : en.errors.ours(String(error)), 'bad');
  }
}
