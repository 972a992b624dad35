import { en } from '../en';
import type { Outline, Review, Scan } from '../parts/api';
import { button, fill, h, section } from '../parts/dom';
import type { View, Viewer } from './viewer';

/** What the controls ask of the page. */
export interface LookCommands {
  review(state: Review): void;
  next(): void;
  correct(): void;
  view(view: View): void;
}

/** Beside the volume: verdict, opacity, threshold, what is shown. */
export class LookControls {
  readonly root: HTMLElement;
  private readonly facts = h('div', { className: 'facts' });
  private readonly opacity = h('input', { type: 'range', min: 0, max: 1, step: 0.01, value: '0.5' });
  private readonly threshold = h('input', { type: 'range', min: 0, max: 1, step: 0.001, value: '0' });
  private readonly thresholdText = h('output', {});
  private readonly edge = h('input', { type: 'checkbox' });
  private readonly shown = new Map<'mask' | 'map' | 'nothing', HTMLButtonElement>();
  private readonly views = new Map<View, HTMLButtonElement>();
  private readonly accept: HTMLButtonElement;
  private readonly reject: HTMLButtonElement;

  constructor(
    private readonly viewer: Viewer,
    private readonly commands: LookCommands,
  ) {
    this.accept = button(en.look.accept, () => commands.review('accepted'), { keys: 'A' });
    this.reject = button(en.look.reject, () => commands.review('rejected'), { keys: 'R' });
    const keys = { mask: 'M', map: 'P', nothing: 'H' };
    for (const what of ['mask', 'map', 'nothing'] as const) {
      this.shown.set(what, button(en.look.shown[what], () => this.show(what), { keys: keys[what] }));
    }
    for (const view of ['all', 'axial', 'coronal', 'sagittal', 'volume'] as const) {
      this.views.set(view, button(en.look.views[view], () => this.setView(view)));
    }
    this.opacity.oninput = () => viewer.setOpacity(this.opacity.valueAsNumber);
    this.threshold.oninput = () => this.apply();
    this.edge.onchange = () => viewer.setOutline(this.edge.checked);
    this.root = h(
      'aside',
      { className: 'panel' },
      section(
        en.look.verdict,
        this.facts,
        h('div', { className: 'pair' }, this.accept, this.reject),
        h('div', { className: 'pair' }, button(en.look.correct, () => commands.correct(), { keys: 'C' }), button(en.look.next, () => commands.next(), { keys: 'Space' })),
      ),
      section(
        en.look.over,
        h('div', { className: 'choices' }, ...this.shown.values()),
        h('label', { className: 'slider' }, h('span', {}, en.look.opacity), this.opacity),
        h('label', { className: 'slider' }, h('span', {}, en.look.threshold, this.thresholdText), this.threshold),
        h('label', { className: 'check' }, this.edge, en.look.edge),
      ),
      section(en.look.view, h('div', { className: 'choices' }, ...this.views.values())),
    );
    this.mark(this.views, 'all');
  }

  /** Shows a scan's figures, and begins with the model's own mask. */
  draw(outline: Outline, scan: Scan | undefined): void {
    fill(this.facts, ...en.look.facts(outline, scan).map(([name, value]) => h('div', {}, h('span', {}, name), h('b', {}, value))));
    this.accept.classList.toggle('chosen', outline.review === 'accepted');
    this.reject.classList.toggle('chosen', outline.review === 'rejected');
  }

  /** After another scan has been loaded. */
  reset(): void {
    this.viewer.setOpacity(this.opacity.valueAsNumber);
    this.threshold.max = String(this.viewer.highest);
    this.threshold.step = String(this.viewer.highest / 1000);
    this.threshold.valueAsNumber = this.viewer.highest / 2;
    this.mark(this.shown, 'mask');
    fill(this.thresholdText, en.look.modelsOwn);
  }

  key(event: KeyboardEvent): boolean {
    const views: View[] = ['all', 'axial', 'coronal', 'sagittal', 'volume'];
    const commands: Record<string, () => void> = {
      a: () => this.commands.review('accepted'),
      r: () => this.commands.review('rejected'),
      c: () => this.commands.correct(),
      ' ': () => this.commands.next(),
      m: () => this.show('mask'),
      p: () => this.show('map'),
      h: () => this.show('nothing'),
      o: () => this.edge.click(),
      v: () => this.setView(views[(views.indexOf(this.view) + 1) % views.length] ?? 'all'),
      '+': () => this.opaque(0.1),
      '-': () => this.opaque(-0.1),
      ',': () => this.shift(-0.02),
      '.': () => this.shift(0.02),
    };
    const command = commands[event.key.toLowerCase()];
    command?.();
    return command !== undefined;
  }

  private view: View = 'all';

  private setView(view: View): void {
    this.view = view;
    this.mark(this.views, view);
    this.commands.view(view);
  }

  private show(what: 'mask' | 'map' | 'nothing'): void {
    this.viewer.setShown(what);
    this.mark(this.shown, what);
    fill(this.thresholdText, what === 'mask' ? en.look.modelsOwn : '');
  }

  private opaque(by: number): void {
    this.opacity.valueAsNumber += by;
    this.viewer.setOpacity(this.opacity.valueAsNumber);
  }

  private shift(part: number): void {
    this.threshold.valueAsNumber += part * this.viewer.highest;
    this.apply();
  }

  private apply(): void {
    const value = this.threshold.valueAsNumber;
    const ml = this.viewer.setThreshold(value);
    this.mark(this.shown, null);
    fill(this.thresholdText, en.look.at(value, ml));
  }

  private mark<K>(buttons: Map<K, HTMLButtonElement>, chosen: K | null): void {
    for (const [name, element] of buttons) {
      element.classList.toggle('chosen', name === chosen);
      element.setAttribute('aria-pressed', String(name === chosen));
    }
  }
}
