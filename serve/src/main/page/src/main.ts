import './css/base.css';
import './css/scans.css';
import './css/label.css';
import './css/train.css';
import './css/look.css';
import { en } from './en';
import { ExportPage } from './export/page';
import { LabelPage } from './label/page';
import { LookPage } from './look/page';
import { ApiError } from './parts/api';
import { fill, h, isTyping, key } from './parts/dom';
import { notices } from './parts/notice';
import type { Page } from './parts/page';
import { Shared } from './parts/project';
import { ScansPage } from './scans/page';
import { TrainPage } from './train/page';

const names = ['scans', 'label', 'train', 'look', 'export'] as const;
type Name = (typeof names)[number];

/** The tabs, their keys, the help, and what is on at the right of the bar. */
class Workbench {
  private readonly pages: Record<Name, Page>;
  private readonly tabs = new Map<Name, HTMLElement>();
  private readonly place = h('div', { className: 'place' });
  private now: Name | null = null;

  constructor(private readonly shared: Shared) {
    this.pages = {
      scans: new ScansPage(shared),
      label: new LabelPage(shared),
      train: new TrainPage(shared),
      look: new LookPage(shared),
      export: new ExportPage(shared),
    };
    const bar = h('nav', { className: 'tabs', 'aria-label': en.pages });
    names.forEach((name, i) => {
      const tab = h('a', { href: `#${name}` }, en.tabs[name], key(String(i + 1)));
      this.tabs.set(name, tab);
      bar.append(tab);
    });
    const project = h('span', { className: 'quiet' });
    shared.project.follow((value) => fill(project, value?.name ?? ''));
    document.body.append(
      h(
        'header',
        {},
        h('span', { className: 'mark' }, h('img', { src: 'icon.svg', alt: '', width: 20, height: 20 }), 'Wisp'),
        bar,
        this.jobState(),
        this.link(),
        project,
        h('button', { type: 'button', className: 'link', title: en.help.title, onclick: () => this.help() }, '?'),
      ),
      this.place,
      notices(),
    );
    window.addEventListener('hashchange', () => this.route());
    window.addEventListener('keydown', (event) => this.onKey(event));
    this.route();
  }

  private route(): void {
    const [wanted = '', ...rest] = decodeURIComponent(location.hash.slice(1)).split('/');
    const name = names.find((known) => known === wanted) ?? 'scans';
    const page = this.pages[name];
    if (this.now !== null && this.now !== name) {
      this.pages[this.now].hide?.();
    }
    this.now = name;
    for (const [other, tab] of this.tabs) {
      tab.classList.toggle('now', other === name);
      tab.setAttribute('aria-current', other === name ? 'page' : 'false');
    }
    if (page.root.parentElement !== this.place) {
      fill(this.place, page.root);
    }
    document.title = `${en.tabs[name]} – Wisp`;
    page.show(rest.join('/'));
  }

  private onKey(event: KeyboardEvent): void {
    if (isTyping(event) || event.altKey || document.querySelector('dialog[open]') !== null || this.now === null) {
      return;
    }
    const tab = names[Number(event.key) - 1];
    const page = this.pages[this.now];
    const pressesButton = [' ', 'Enter'].includes(event.key) && event.target instanceof HTMLButtonElement;
    if (!pressesButton && page.key?.(event) === true) {
      event.preventDefault();
      (document.activeElement as HTMLElement | null)?.blur();
    } else if (tab !== undefined && !event.ctrlKey && !event.metaKey) {
      location.hash = `#${tab}`;
    } else if (event.key === '?') {
      this.help();
    }
  }

  private help(): void {
    const page = this.now === null ? null : this.pages[this.now];
    const rows = [...(page?.keys ?? []), ...en.help.keys];
    const dialog = h(
      'dialog',
      { className: 'help', onclick: () => dialog.close(), onclose: () => dialog.remove() },
      h('h2', {}, en.help.title),
      h('dl', {}, ...rows.flatMap(([keys, what]) => [h('dt', {}, ...keys.split(' ').map(key)), h('dd', {}, what)])),
      h('p', { className: 'quiet' }, en.help.warning),
    );
    document.body.append(dialog);
    dialog.showModal();
  }

  private jobState(): HTMLElement {
    const link = h('a', { className: 'job', href: '#train' });
    this.shared.jobs.follow((jobs) => {
      const running = jobs.find((job) => job.state === 'running' || job.state === 'paused');
      fill(link, running !== undefined && en.train.short(running));
    });
    return link;
  }

  private link(): HTMLElement {
    const lost = h('span', { className: 'lost' });
    this.shared.connected.follow((connected) => fill(lost, !connected && en.errors.lost));
    return lost;
  }
}

async function start(): Promise<void> {
  const shared = new Shared();
  try {
    await shared.start();
  } catch (error) {
    const unknown = error instanceof ApiError && error.status === 401;
    const sentence = error instanceof ApiError ? error.message : String(error);
    fill(document.body, h('main', { className: 'stop' }, h('h1', {}, 'Wisp'), h('p', {}, unknown ? en.errors.token : sentence)));
    return;
  }
  new Workbench(shared);
}

void start();
