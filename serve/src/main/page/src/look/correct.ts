import { en } from '../en';
import { call, get, type Correction } from '../parts/api';
import { button, fill, h, section } from '../parts/dom';
import { notice } from '../parts/notice';
import { flat, type Viewer } from './viewer';

type Tool = 'brush' | 'fill' | 'eraser';

/** Draws on a mask, on any plane, and keeps the result as a version beside it. */
export class Correcting {
  readonly root: HTMLElement;
  on = false;
  private readonly tools = new Map<Tool, HTMLButtonElement>();
  private readonly size = h('input', { type: 'range', min: 1, max: 25, step: 1, value: '3', oninput: () => this.apply() });
  private readonly sizeText = h('output', {});
  private readonly versions = h('div', { className: 'list short' });
  private tool: Tool = 'brush';
  private scan = '';
  private model = '';
  private changed = false;

  /**
   * @param reader who corrects
   * @param left called when correcting ends
   */
  constructor(
    private readonly viewer: Viewer,
    private readonly reader: () => string,
    private readonly left: () => void,
  ) {
    const keys: Record<Tool, string> = { brush: 'B', fill: 'F', eraser: 'E' };
    for (const tool of ['brush', 'fill', 'eraser'] as const) {
      this.tools.set(tool, button(en.correct[tool], () => this.choose(tool), { keys: keys[tool] }));
    }
    this.root = h(
      'aside',
      { className: 'panel correcting' },
      section(
        en.correct.title,
        h('p', { className: 'quiet' }, en.correct.why),
        ...this.tools.values(),
        h('label', { className: 'slider' }, h('span', {}, en.correct.size, this.sizeText), this.size),
        button(en.correct.undo, () => this.undo(), { keys: 'U' }),
      ),
      section(
        en.correct.keep,
        h(
          'div',
          { className: 'pair' },
          button(en.correct.save, () => void this.save(), { kind: 'main', keys: 'S' }),
          button(en.correct.leave, () => this.leave(), { keys: 'Esc' }),
        ),
      ),
      section(en.correct.versions, this.versions),
    );
  }

  /** Begins, with the mask that is shown. */
  async begin(scan: string, model: string): Promise<void> {
    const mask = this.viewer.currentMask();
    if (this.viewer.loaded === null || mask === null) {
      return;
    }
    this.on = true;
    this.scan = scan;
    this.model = model;
    this.changed = false;
    this.viewer.setShown('nothing');
    this.draw(mask);
    const { niivue } = this.viewer.loaded;
    niivue.setDrawColormap(flat(0, 190, 140));
    niivue.setDrawOpacity(0.55);
    niivue.onDrawingChanged = () => (this.changed = true);
    this.choose('brush');
    await this.list();
  }

  key(event: KeyboardEvent): boolean {
    const commands: Record<string, () => void> = {
      b: () => this.choose('brush'),
      f: () => this.choose('fill'),
      e: () => this.choose('eraser'),
      u: () => this.undo(),
      z: () => this.undo(),
      s: () => void this.save(),
      '[': () => this.resize(-1),
      ']': () => this.resize(1),
      escape: () => this.leave(),
    };
    const command = commands[event.key.toLowerCase()];
    command?.();
    return command !== undefined;
  }

  leave(): void {
    if (!this.on || (this.changed && !confirm(en.correct.lose))) {
      return;
    }
    this.on = false;
    const niivue = this.viewer.loaded?.niivue;
    niivue?.setDrawingEnabled(false);
    niivue?.closeDrawing();
    this.viewer.setShown('mask');
    this.left();
  }

  private choose(tool: Tool): void {
    this.tool = tool;
    for (const [other, element] of this.tools) {
      element.classList.toggle('chosen', other === tool);
      element.setAttribute('aria-pressed', String(other === tool));
    }
    this.apply();
  }

  private resize(by: number): void {
    this.size.valueAsNumber += by;
    this.apply();
  }

  private apply(): void {
    const niivue = this.viewer.loaded?.niivue;
    fill(this.sizeText, en.correct.voxels(this.size.valueAsNumber));
    if (niivue !== undefined && this.on) {
      niivue.opts.penSize = this.tool === 'fill' ? 1 : this.size.valueAsNumber;
      niivue.setDrawingEnabled(true);
      niivue.setPenValue(this.tool === 'eraser' ? 0 : 1, this.tool === 'fill');
    }
  }

  private undo(): void {
    this.viewer.loaded?.niivue.drawUndo();
  }

  private draw(voxels: Uint8Array): void {
    const loaded = this.viewer.loaded;
    if (loaded !== null) {
      loaded.niivue.loadDrawing({ hdr: loaded.mask.hdr, permRAS: loaded.mask.permRAS, img: voxels });
    }
  }

  /** The voxels as drawn, in the order of the scan's file. */
  private async voxels(): Promise<Uint8Array> {
    const niivue = this.viewer.loaded?.niivue;
    const file = await niivue?.saveImage({ filename: '', isSaveDrawing: true, volumeByIndex: 0 });
    if (!(file instanceof Uint8Array) || niivue?.drawBitmap === null || niivue === undefined) {
      throw new Error(en.correct.nothing);
    }
    return file.slice(file.length - niivue.drawBitmap.length);
  }

  private async save(): Promise<void> {
    try {
      const packed = new Blob([new Uint8Array(await this.voxels())]).stream().pipeThrough(new CompressionStream('gzip'));
      await call(`/scans/${this.scan}/corrections`, {
        method: 'POST',
        headers: {
          'Content-Type': 'application/octet-stream',
          'Content-Encoding': 'gzip',
          'X-Reader': encodeURIComponent(this.reader()),
          'X-Model': encodeURIComponent(this.model),
        },
        body: await new Response(packed).blob(),
      });
      this.changed = false;
      notice(en.correct.saved);
      await this.list();
    } catch (error) {
      notice(error instanceof Error ? error.message : String(error), 'bad');
    }
  }

  private async list(): Promise<void> {
    const versions = await get<Correction[]>(`/scans/${this.scan}/corrections`);
    const rows = versions.slice().reverse().map((version) =>
      h(
        'div',
        { className: 'row' },
        h('span', { className: 'name' }, en.correct.version(version.n)),
        h('a', { className: 'number', href: `/api/scans/${this.scan}/corrections/${version.n}.nii.gz`, download: '' }, 'NIfTI'),
        h('small', {}, en.correct.by(version.reader, new Date(version.at))),
      ),
    );
    fill(this.versions, ...(rows.length > 0 ? rows : [h('p', { className: 'quiet' }, en.correct.none)]));
  }
}
