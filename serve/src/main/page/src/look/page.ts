import { en } from '../en';
import { get, post, query, type Label, type Model, type Outline, type Review } from '../parts/api';
import { ask } from '../parts/ask';
import { fill, h } from '../parts/dom';
import { attempt, notice } from '../parts/notice';
import type { Page } from '../parts/page';
import type { Shared } from '../parts/project';
import { ScanList } from '../parts/scanlist';
import { LookControls } from './controls';
import { Correcting } from './correct';
import { SliceBars } from './slices';
import { Viewer } from './viewer';

/** A model's outlines over the scans, the most doubtful first. */
export class LookPage implements Page {
  readonly root: HTMLElement;
  readonly keys = en.look.keys;
  private readonly viewer = new Viewer((voxel) => this.moved(voxel));
  private readonly list = new ScanList((id) => void this.open(id));
  private readonly bars = new SliceBars((slice) => this.viewer.goToSlice(this.axis, slice));
  private readonly controls: LookControls;
  private readonly correcting: Correcting;
  private readonly model = h('select', { 'aria-label': en.look.model });
  private readonly other = h('select', { 'aria-label': en.look.other });
  private readonly head = h('div', { className: 'corner top left' });
  private readonly empty = h('div', { className: 'empty' }, h('h1', {}, en.look.emptyTitle), h('p', {}, en.look.emptyText));
  private outlines: Outline[] = [];
  private labels: Label[] = [];
  private chosen: string | null = null;

  constructor(private readonly shared: Shared) {
    this.controls = new LookControls(this.viewer, {
      review: (state) => void this.review(state),
      next: () => this.next(1),
      correct: () => void this.correct(),
      view: (view) => this.viewer.setView(view),
    });
    this.correcting = new Correcting(
      this.viewer,
      () => this.shared.reader.value,
      () => {
        this.root.classList.remove('corrects');
        this.controls.reset();
      },
    );
    this.model.onchange = () => void attempt(() => this.load(this.model.value));
    this.other.onchange = () => this.chosen !== null && void this.open(this.chosen);
    this.root = h(
      'main',
      { className: 'look three' },
      h(
        'nav',
        { className: 'panel', 'aria-label': en.scans.title },
        h('label', { className: 'field' }, en.look.model, this.model),
        h('label', { className: 'field' }, en.look.other, this.other),
        h('h2', {}, en.look.doubtful),
        this.list.root,
      ),
      h('div', { className: 'middle' }, h('div', { className: 'stage' }, this.viewer.canvas, this.head, this.empty), this.bars.root),
      this.controls.root,
      this.correcting.root,
    );
    shared.outlines.follow((count) => count > 0 && this.root.isConnected && void attempt(() => this.load(this.model.value)));
  }

  private get axis(): number {
    return this.shared.scan(this.chosen ?? '')?.axis ?? 2;
  }

  show(rest: string): void {
    const [model = '', scan = ''] = rest.split('/');
    void attempt(async () => {
      const models = await get<Model[]>('/models');
      const wanted = [model, this.model.value, models[0]?.name ?? ''].find((name) => models.some((m) => m.name === name)) ?? '';
      const options = (chosen: string): HTMLElement[] => models.map((m) => h('option', { value: m.name, selected: m.name === chosen }, m.name));
      const other = this.other.value;
      fill(this.model, ...options(wanted));
      fill(this.other, h('option', { value: '' }, en.look.noOther), ...options(other));
      await this.load(wanted, scan === '' ? undefined : scan);
    });
  }

  key(event: KeyboardEvent): boolean {
    if (this.correcting.on && this.correcting.key(event)) {
      return true;
    }
    const commands: Record<string, () => void> = {
      arrowright: () => this.viewer.step(this.axis, 1),
      arrowleft: () => this.viewer.step(this.axis, -1),
      arrowdown: () => this.next(1),
      arrowup: () => this.next(-1),
    };
    const command = commands[event.key.toLowerCase()];
    command?.();
    return command !== undefined || (!this.correcting.on && this.controls.key(event));
  }

  /** Without a scan the chosen one stays, also if another was chosen meanwhile. */
  private async load(model: string, scan?: string): Promise<void> {
    this.outlines = model === '' ? [] : await get<Outline[]>(`/models/${model}/outlines`);
    this.root.classList.toggle('nothing', this.outlines.length === 0);
    const wanted = scan ?? this.chosen;
    const first = this.outlines.find((outline) => outline.scan === wanted) ?? this.outlines[0];
    this.drawList();
    if (first !== undefined && (first.scan !== this.chosen || this.viewer.loaded === null || model !== this.model.value)) {
      this.labels = await get<Label[]>(`/labels${query({ name: this.shared.label.value })}`);
      await this.open(first.scan);
    }
  }

  private async open(id: string): Promise<void> {
    if (this.correcting.on) {
      this.correcting.leave();
      if (this.correcting.on) {
        return;
      }
    }
    const outline = this.outlines.find((known) => known.scan === id);
    if (outline === undefined) {
      return;
    }
    this.chosen = id;
    this.drawList();
    this.list.reveal(id);
    fill(this.head, en.look.loading);
    const folder = (model: string): string => `/api/models/${model}/outlines/${id}`;
    const other = this.other.value;
    await attempt(async () => {
      await this.viewer.show(
        {
          scan: `/api/scans/${id}/volume.nii.gz`,
          mask: `${folder(this.model.value)}/mask.nii.gz`,
          map: `${folder(this.model.value)}/map.nii.gz`,
          other: other === '' || other === this.model.value ? null : `${folder(other)}/mask.nii.gz`,
        },
        this.axis,
      );
      this.controls.reset();
    });
    this.drawOutline(outline);
  }

  private drawOutline(outline: Outline): void {
    const scan = this.shared.scan(outline.scan);
    const mine = new Map(this.labels.filter((label) => label.scan === outline.scan).map((label) => [label.slice, label.value]));
    fill(this.head, h('b', {}, scan?.name ?? outline.scan));
    this.controls.draw(outline, scan);
    this.bars.draw(outline, scan?.slices ?? outline.slices.length, (slice) => mine.get(slice) ?? null);
    this.viewer.step(this.axis, 0);
  }

  private drawList(): void {
    this.list.draw(
      this.outlines.map((outline) => ({
        id: outline.scan,
        name: this.shared.scan(outline.scan)?.name ?? outline.scan,
        right: en.look.percent(outline.confidence),
        below: en.look.row(outline),
        kind: outline.review ?? '',
      })),
      this.chosen,
    );
  }

  private moved(voxel: readonly number[]): void {
    this.bars.mark(voxel[this.axis] ?? 0);
  }

  private next(by: number): void {
    const next = this.outlines[this.outlines.findIndex((outline) => outline.scan === this.chosen) + by];
    if (next !== undefined) {
      void this.open(next.scan);
    } else if (by > 0) {
      notice(en.look.last);
    }
  }

  private async review(state: Review): Promise<void> {
    const outline = this.outlines.find((known) => known.scan === this.chosen);
    if (outline === undefined) {
      return;
    }
    await attempt(async () => {
      await this.named();
      await post(`/models/${this.model.value}/outlines/${outline.scan}/review`, { state, reader: this.shared.reader.value });
      outline.review = state;
      this.drawList();
      this.next(1);
    });
  }

  private async correct(): Promise<void> {
    if (this.chosen !== null) {
      await this.named();
      this.root.classList.add('corrects');
      await attempt(() => this.correcting.begin(this.chosen ?? '', this.model.value));
    }
  }

  private async named(): Promise<void> {
    if (this.shared.reader.value === '') {
      this.shared.reader.set(await ask(en.label.askReader, '', true));
    }
  }
}
