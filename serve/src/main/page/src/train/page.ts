import { en } from '../en';
import { get, post, type Job, type Preset } from '../parts/api';
import { button, fill, h, section } from '../parts/dom';
import { attempt } from '../parts/notice';
import type { Page } from '../parts/page';
import type { Shared } from '../parts/project';
import { JobView } from './job';

/** Starts trainings, and shows what they and all other jobs do. */
export class TrainPage implements Page {
  readonly root: HTMLElement;
  readonly keys = en.train.keys;
  private readonly presets = h('div', { className: 'presets', role: 'radiogroup', 'aria-label': en.train.preset });
  private readonly minutes = h('input', { type: 'number', min: 1, max: 10000, step: 1, 'aria-label': en.train.minutes });
  private readonly label = h('select', { 'aria-label': en.label.name });
  private readonly basis = h('p', { className: 'quiet' });
  private readonly start = button(en.train.start, () => void this.learn(), { kind: 'main wide', keys: 'T' });
  private readonly list = h('div', { className: 'list' });
  private readonly empty: HTMLElement;
  private readonly view: JobView;
  private preset: string | null = null;
  private chosen: number | null = null;
  private whole: number | null = null;
  private shown = false;

  constructor(private readonly shared: Shared) {
    this.view = new JobView(shared);
    this.empty = h('div', { className: 'empty' }, h('h1', {}, en.train.emptyTitle), h('p', {}, en.train.emptyText));
    this.label.onchange = () => {
      shared.label.set(this.label.value);
      void attempt(() => this.load());
    };
    this.root = h(
      'main',
      { className: 'train two' },
      h(
        'aside',
        { className: 'panel' },
        section(en.label.name, this.label, this.basis),
        section(en.train.preset, this.presets),
        section(en.train.minutes, h('div', { className: 'field' }, this.minutes, en.train.minutesUnit), this.start),
        section(en.train.jobs, this.list),
      ),
      h('div', { className: 'middle' }, this.empty, this.view.root),
    );
    shared.jobs.follow((jobs) => this.draw(jobs));
  }

  show(): void {
    this.shown = true;
    this.view.watch(true);
    this.whole = null;
    void attempt(() => this.load());
    this.draw(this.shared.jobs.value);
  }

  hide(): void {
    this.shown = false;
    this.view.watch(false);
  }

  key(event: KeyboardEvent): boolean {
    const commands: Record<string, () => void> = {
      t: () => this.start.click(),
      p: () => this.view.toggle(),
      arrowdown: () => this.other(1),
      arrowup: () => this.other(-1),
    };
    const command = commands[event.key.toLowerCase()];
    command?.();
    return command !== undefined;
  }

  private async load(): Promise<void> {
    await this.shared.refreshScans();
    const names = await get<string[]>('/labels/names');
    const all = [...new Set([...names, this.shared.label.value])];
    fill(this.label, ...all.map((name) => h('option', { value: name, selected: name === this.shared.label.value }, name)));
    const scans = this.shared.scans.value.filter((scan) => scan.yes + scan.no > 0);
    const yes = scans.reduce((sum, scan) => sum + scan.yes, 0);
    const no = scans.reduce((sum, scan) => sum + scan.no, 0);
    fill(this.basis, en.train.basis(scans.length, yes, no));
    const presets = await get<Preset[]>('/presets');
    fill(this.presets, ...presets.map((preset) => this.choice(preset)));
    const first = presets.find((preset) => preset.name === this.preset) ?? presets[0];
    if (first !== undefined) {
      this.choose(first);
    }
  }

  private choice(preset: Preset): HTMLElement {
    return h(
      'label',
      { className: 'choice' },
      h('input', { type: 'radio', name: 'preset', value: preset.name, onchange: () => this.choose(preset) }),
      h('span', { className: 'name' }, preset.name),
      h('span', { className: 'number' }, en.train.about(preset.minutes)),
      h('small', {}, preset.about),
    );
  }

  private choose(preset: Preset): void {
    if (this.preset !== preset.name || this.minutes.value === '') {
      this.minutes.value = String(Math.max(1, Math.round(preset.minutes)));
    }
    this.preset = preset.name;
    for (const radio of this.presets.querySelectorAll('input')) {
      radio.checked = radio.value === preset.name;
    }
  }

  private async learn(): Promise<void> {
    const label = this.shared.label.value;
    const minutes = Number(this.minutes.value);
    this.start.disabled = true;
    await attempt(async () => {
      const job = await post<Job>('/jobs', { kind: 'learn', name: this.freeName(label), preset: this.preset, minutes, label });
      this.chosen = job.id;
      this.shared.take(job);
    });
    this.start.disabled = false;
  }

  /** A name for the model that no job has yet: the label's, with a number. */
  private freeName(label: string): string {
    const base = label.toLowerCase().replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '') || 'model';
    const taken = new Set(this.shared.jobs.value.map((job) => job.model));
    let n = 1;
    while (taken.has(`${base}-${n}`)) {
      n++;
    }
    return `${base}-${n}`;
  }

  private other(by: number): void {
    const jobs = this.shared.jobs.value;
    const next = jobs[jobs.findIndex((job) => job.id === this.chosen) + by];
    if (next !== undefined) {
      this.chosen = next.id;
      this.draw(this.shared.jobs.value);
    }
  }

  private draw(jobs: readonly Job[]): void {
    if (!this.shown) {
      return;
    }
    const latest = jobs.find((job) => job.state === 'running') ?? jobs[0];
    const job = jobs.find((known) => known.id === this.chosen) ?? latest;
    this.empty.hidden = job !== undefined;
    this.view.root.hidden = job === undefined;
    fill(this.list, ...jobs.slice(0, 200).map((known) => this.row(known, known.id === job?.id)));
    if (job !== undefined) {
      this.chosen = job.id;
      this.view.draw(job);
      this.complete(job.id);
    }
  }

  /** Lists of jobs are brief: asks for the loss and pictures of the one in view. */
  private complete(id: number): void {
    if (this.whole !== id) {
      this.whole = id;
      void attempt(async () => this.shared.take(await get<Job>(`/jobs/${id}`)));
    }
  }

  private row(job: Job, chosen: boolean): HTMLElement {
    const open = (): void => {
      this.chosen = job.id;
      this.draw(this.shared.jobs.value);
    };
    return h(
      'button',
      { type: 'button', className: `row ${chosen ? 'chosen' : ''}`, onclick: open },
      h('span', { className: 'name' }, en.train.title(job)),
      h('span', { className: `state ${job.state}` }, en.train.states[job.state]),
    );
  }
}
