import { en } from '../en';
import { call, get, query, type Model, type Scan } from '../parts/api';
import { button, fill, h } from '../parts/dom';
import { attempt, notice } from '../parts/notice';
import type { Page } from '../parts/page';
import type { Shared } from '../parts/project';

/** Takes results out of the project, and labels in. */
export class ExportPage implements Page {
  readonly root: HTMLElement;
  readonly keys = en.export.keys;
  private readonly model = h('select', { 'aria-label': en.export.model });
  private readonly label = h('select', { 'aria-label': en.label.name });
  private readonly masks = h('p', { className: 'quiet' });
  private readonly all = h('a', { className: 'button main', download: '' }, en.export.zip);
  private readonly table = h('a', { className: 'button', download: '' }, en.export.labels);

  constructor(private readonly shared: Shared) {
    const file = h('input', { type: 'file', accept: '.csv,.txt', hidden: true });
    file.onchange = () => void this.take(file);
    this.model.onchange = () => this.draw();
    this.label.onchange = () => this.draw();
    this.root = h(
      'main',
      { className: 'cards' },
      h(
        'section',
        { className: 'card' },
        h('h1', {}, en.export.resultsTitle),
        h('ul', {}, ...en.export.inside.map((line) => h('li', {}, line))),
        h('label', { className: 'field' }, en.export.model, this.model),
        this.masks,
        this.all,
      ),
      h(
        'section',
        { className: 'card' },
        h('h1', {}, en.export.labelsTitle),
        h('p', {}, en.export.labelsText),
        h('label', { className: 'field' }, en.label.name, this.label),
        h('div', { className: 'buttons' }, this.table, button(en.export.take, () => file.click(), { keys: 'I' })),
        file,
        h('p', { className: 'quiet' }, en.export.columns),
        h('pre', {}, en.export.example),
      ),
    );
  }

  show(): void {
    void attempt(async () => {
      await this.shared.refreshScans();
      const models = await get<Model[]>('/models');
      const chosen = this.model.value;
      fill(this.model, ...models.map((m) => h('option', { value: m.name, selected: m.name === chosen }, m.name)), h('option', { value: '' }, en.export.noModel));
      const names = [...new Set([...(await get<string[]>('/labels/names')), this.shared.label.value])];
      fill(this.label, ...names.map((name) => h('option', { value: name, selected: name === this.shared.label.value }, name)));
      this.draw();
    });
  }

  key(event: KeyboardEvent): boolean {
    const commands: Record<string, () => void> = {
      e: () => this.all.click(),
      l: () => this.table.click(),
      i: () => this.root.querySelector<HTMLInputElement>('input[type=file]')?.click(),
    };
    const command = commands[event.key.toLowerCase()];
    command?.();
    return command !== undefined;
  }

  private draw(): void {
    const model = this.model.value;
    const outlined = this.shared.scans.value.filter((scan: Scan) => scan.outline !== null && scan.outline.model === model);
    fill(this.masks, model === '' ? en.export.withoutModel : en.export.masks(outlined.length));
    this.all.href = `/api/export.zip${model === '' ? '' : query({ model })}`;
    this.table.href = `/api/labels.csv${query({ name: this.label.value })}`;
  }

  private async take(input: HTMLInputElement): Promise<void> {
    const file = input.files?.[0];
    input.value = '';
    if (file === undefined) {
      return;
    }
    await attempt(async () => {
      const parameters = query({ name: this.label.value, reader: this.shared.reader.value });
      await call(`/labels.csv${parameters}`, { method: 'POST', headers: { 'Content-Type': 'text/csv' }, body: file });
      await this.shared.refresh();
      notice(en.export.taken(file.name));
    });
  }
}
