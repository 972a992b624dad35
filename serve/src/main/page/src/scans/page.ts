import { en } from '../en';
import { call, post, type Added, type Scan } from '../parts/api';
import { ask } from '../parts/ask';
import { button, fill, h } from '../parts/dom';
import { attempt, notice } from '../parts/notice';
import type { Page } from '../parts/page';
import type { Shared } from '../parts/project';
import { dropped, upload } from './upload';

/** The project's scans: a table, and the ways to add to it. */
export class ScansPage implements Page {
  readonly root: HTMLElement;
  readonly keys = en.scans.keys;
  private readonly rows = h('tbody', {});
  private readonly refused = h('div', { className: 'refused' });
  private readonly busy = h('p', { className: 'busy', role: 'status' });
  private readonly count = h('span', { className: 'quiet' });

  constructor(private readonly shared: Shared) {
    const files = this.picker(false);
    const folder = this.picker(true);
    const add = h(
      'div',
      { className: 'drop' },
      h('div', {}, h('h1', {}, en.scans.drop), h('p', { className: 'quiet' }, en.scans.kinds)),
      h(
        'div',
        { className: 'buttons' },
        button(en.scans.files, () => files.click(), { keys: 'F' }),
        button(en.scans.folder, () => folder.click(), { keys: 'D' }),
        button(en.scans.inPlace, () => void this.inPlace(), { keys: 'P' }),
        button(en.scans.phantoms, () => void this.phantoms()),
      ),
      files,
      folder,
    );
    this.root = h(
      'main',
      { className: 'scans' },
      add,
      this.busy,
      this.refused,
      h(
        'div',
        { className: 'scroll' },
        h(
          'table',
          {},
          h('thead', {}, h('tr', {}, ...en.scans.columns.map((name) => h('th', {}, name)))),
          this.rows,
        ),
      ),
      h('footer', {}, this.count, button(en.scans.toLabels, () => (location.hash = '#label'), { kind: 'main' })),
    );
    this.root.addEventListener('dragover', (event) => {
      event.preventDefault();
      add.classList.add('over');
    });
    this.root.addEventListener('dragleave', () => add.classList.remove('over'));
    this.root.addEventListener('drop', (event) => {
      event.preventDefault();
      add.classList.remove('over');
      const items = event.dataTransfer;
      if (items !== null) {
        void attempt(async () => this.send(await dropped(items)));
      }
    });
    shared.scans.follow((scans) => this.draw(scans));
  }

  show(): void {
    void attempt(() => this.shared.refreshScans());
  }

  key(event: KeyboardEvent): boolean {
    const at = { f: 0, d: 1, p: 2 }[event.key.toLowerCase()];
    if (at !== undefined) {
      this.root.querySelectorAll<HTMLButtonElement>('.drop button')[at]?.click();
    }
    return at !== undefined;
  }

  private picker(folder: boolean): HTMLInputElement {
    const input = h('input', { type: 'file', multiple: true, hidden: true });
    input.webkitdirectory = folder;
    input.onchange = () => {
      const files = [...(input.files ?? [])];
      input.value = '';
      void this.send(files.map((file) => ({ file, path: file.webkitRelativePath || file.name })));
    };
    return input;
  }

  private async send(files: { file: File; path: string }[]): Promise<void> {
    if (files.length === 0) {
      return;
    }
    await this.adding(() => upload(files, (part) => fill(this.busy, en.scans.uploading(files.length, part))));
  }

  private async inPlace(): Promise<void> {
    const path = await ask(en.scans.askPath, '');
    if (path !== '') {
      await this.adding(() => post<Added>('/scans/folder', { path }));
    }
  }

  private phantoms(): Promise<void> {
    return this.adding(() => post<Added>('/scans/phantoms', { count: 24 }));
  }

  private async adding(work: () => Promise<Added>): Promise<void> {
    fill(this.busy, en.scans.reading);
    await attempt(async () => {
      const answer = await work();
      if (answer.added.length > 0) {
        notice(en.scans.added(answer.added.length));
      }
      fill(
        this.refused,
        ...answer.refused.map(({ file, error }) => h('p', {}, h('b', {}, file), ' ', error)),
        answer.refused.length > 0 && button(en.scans.dismiss, () => fill(this.refused)),
      );
      await this.shared.refreshScans();
    });
    fill(this.busy);
  }

  private draw(scans: readonly Scan[]): void {
    this.root.classList.toggle('nothing', scans.length === 0);
    fill(this.count, en.scans.summary(scans.length, scans.reduce((sum, scan) => sum + scan.slices, 0)));
    fill(this.rows, ...scans.map((scan) => this.row(scan)));
  }

  private row(scan: Scan): HTMLElement {
    const remove = button(en.scans.remove, () => void this.remove(scan), { kind: 'link' });
    const labelled = scan.yes + scan.no;
    return h(
      'tr',
      {},
      h('td', {}, h('img', { src: `/api/scans/${scan.id}/thumbnail.png`, alt: '', loading: 'lazy', width: 40, height: 40 })),
      h('td', {}, h('a', { href: `#label/${scan.id}` }, scan.name)),
      h('td', { className: 'number' }, scan.shape.join(' × ')),
      h('td', { className: 'number' }, `${scan.spacing.map((mm) => mm.toFixed(2)).join(' × ')} mm`),
      h('td', { className: 'number' }, String(scan.slices)),
      h('td', { className: 'number' }, labelled === 0 ? '–' : en.scans.labels(scan.yes, scan.no)),
      h('td', {}, scan.outline === null ? '–' : h('a', { href: `#look/${scan.outline.model}/${scan.id}` }, en.scans.outline(scan.outline))),
      h('td', {}, remove),
    );
  }

  private async remove(scan: Scan): Promise<void> {
    const labels = scan.yes + scan.no;
    if (labels > 0 && (await ask(en.scans.sure(scan.name, labels), '')) !== scan.name) {
      return;
    }
    await attempt(async () => {
      await call(`/scans/${scan.id}`, { method: 'DELETE' });
      await this.shared.refreshScans();
    });
  }
}
