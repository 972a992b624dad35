import { en } from '../en';
import { call, post, type Job } from '../parts/api';
import { button, fill, h } from '../parts/dom';
import { attempt, notice } from '../parts/notice';
import type { Shared } from '../parts/project';
import { lossChart } from './chart';

/** One job: how far it is, its loss, pictures, log and commands, and the ways to steer it. */
export class JobView {
  readonly root = h('div', { className: 'jobview' });
  private readonly head = h('div', { className: 'head' });
  private readonly bar = h('i', {});
  private readonly stage = h('p', { className: 'quiet' });
  private readonly chart = h('div', {});
  private readonly pictures = h('div', { className: 'pictures' });
  private readonly commands = h('div', { className: 'commands' });
  private readonly log = h('pre', { className: 'log', tabIndex: 0 });
  private job: Job | null = null;
  private drawn = '';
  private timer = 0;

  constructor(private readonly shared: Shared) {
    this.root.append(
      this.head,
      h('div', { className: 'progress' }, this.bar),
      this.stage,
      this.chart,
      this.pictures,
      h('h2', {}, en.train.commands),
      this.commands,
      h('h2', {}, en.train.log),
      this.log,
    );
  }

  draw(job: Job): void {
    const other = job.id !== this.job?.id;
    const ended = !other && this.job?.state !== job.state;
    this.job = job;
    const { progress } = job;
    const part = job.state === 'done' ? 1 : progress === null ? 0 : progress.done / Math.max(1, progress.of);
    this.bar.style.width = `${100 * part}%`;
    fill(this.stage, en.train.stage(job));
    const drawn = JSON.stringify([job.id, job.state, job.loss.length, job.pictures, job.error]);
    if (drawn !== this.drawn) {
      this.drawn = drawn;
      this.drawHead(job);
      fill(this.chart, job.kind === 'learn' && lossChart(job.loss));
      fill(this.pictures, ...job.pictures.map((file) => picture(job, file)));
      fill(this.commands, ...job.commands.map((line) => command(line)));
    }
    if (other || ended) {
      void this.readLog();
    }
  }

  /** Reads the log again and again while the page is in view. */
  watch(on: boolean): void {
    clearInterval(this.timer);
    if (on) {
      this.timer = setInterval(() => this.job?.state === 'running' && void this.readLog(), 2000);
    }
  }

  /** Pauses a job that runs, and goes on with one that does not. */
  toggle(): void {
    const { job } = this;
    if (job !== null && ['running', 'paused', 'stopped', 'failed'].includes(job.state)) {
      this.steer(job.state === 'running' ? 'pause' : 'resume');
    }
  }

  private drawHead(job: Job): void {
    const outlines = job.kind === 'learn' && job.state === 'done' ? job.model : null;
    fill(
      this.head,
      h('h1', {}, en.train.title(job)),
      h('span', { className: `state ${job.state}` }, en.train.states[job.state]),
      h(
        'div',
        { className: 'buttons' },
        job.state === 'running' && button(en.train.pause, () => this.steer('pause'), { keys: 'P' }),
        ['paused', 'stopped', 'failed'].includes(job.state) && button(en.train.goOn, () => this.steer('resume'), { kind: 'main', keys: 'P' }),
        ['running', 'paused', 'queued'].includes(job.state) && button(en.train.stop, () => this.steer('stop')),
        outlines !== null && button(en.train.outline, () => void this.outline(outlines)),
        job.state === 'done' && button(en.train.look, () => (location.hash = `#look/${job.model}`), { kind: 'main' }),
      ),
      job.error !== null && h('p', { className: 'bad' }, job.error),
    );
  }

  private steer(how: 'pause' | 'resume' | 'stop'): void {
    void attempt(async () => {
      const job = await post<Job>(`/jobs/${this.job?.id ?? 0}/${how}`);
      this.shared.take(job);
    });
  }

  private async outline(model: string): Promise<void> {
    await attempt(async () => this.shared.take(await post<Job>('/jobs', { kind: 'outline', model })));
  }

  private async readLog(): Promise<void> {
    const id = this.job?.id ?? 0;
    await attempt(async () => {
      const text = await (await call(`/jobs/${id}/log`)).text();
      if (id === this.job?.id) {
        const atEnd = this.log.scrollHeight - this.log.scrollTop - this.log.clientHeight < 40;
        fill(this.log, text.split('\n').slice(-400).join('\n').trim() || en.train.noLog);
        if (atEnd) {
          this.log.scrollTop = this.log.scrollHeight;
        }
      }
    });
  }
}

function picture(job: Job, file: string): HTMLElement {
  const source = `/api/jobs/${job.id}/pictures/${encodeURIComponent(file)}`;
  return h('a', { href: source, target: '_blank' }, h('img', { src: source, alt: file, loading: 'lazy' }));
}

function command(line: string): HTMLElement {
  const copy = async (): Promise<void> => {
    await navigator.clipboard.writeText(line);
    notice(en.train.copied);
  };
  return h('div', {}, h('code', {}, line), button(en.train.copy, () => void attempt(copy), { kind: 'link' }));
}
