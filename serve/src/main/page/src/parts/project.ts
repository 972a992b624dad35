import { get, query, type Change, type Job, type Project, type Scan } from './api';
import { kept, Signal } from './signal';

/** A change of labels that some page made. */
export interface LabelEvent {
  name: string;
  reader: string;
  changed: Change[];
}

/** What all pages share: the project, its scans and jobs, who reads, and which label. */
export class Shared {
  readonly project = new Signal<Project | null>(null);
  readonly scans = new Signal<Scan[]>([]);
  /** The newest first. */
  readonly jobs = new Signal<Job[]>([]);
  readonly labels = new Signal<LabelEvent | null>(null);
  readonly outlines = new Signal<number>(0);
  readonly connected = new Signal<boolean>(true);
  readonly reader = kept('reader');
  readonly label = kept('label');

  /** Reads all from the server, and follows its events. */
  async start(): Promise<void> {
    if (this.label.value === '') {
      this.label.set('object');
    }
    await this.refresh();
    this.listen();
  }

  /** Follows the server's events; begins anew when the server has refused, as after its restart. */
  private listen(): void {
    const events = new EventSource('/api/events');
    events.onopen = () => {
      if (!this.connected.value) {
        void this.refresh();
      }
      this.connected.set(true);
    };
    events.onerror = () => {
      this.connected.set(false);
      if (events.readyState === EventSource.CLOSED) {
        setTimeout(() => this.listen(), 2000);
      }
    };
    events.addEventListener('job', (event) => this.take(JSON.parse(event.data as string) as Job));
    events.addEventListener('scan', () => void this.refreshScans());
    events.addEventListener('label', (event) => this.labels.set(JSON.parse(event.data as string) as LabelEvent));
    events.addEventListener('outline', () => {
      this.outlines.set(this.outlines.value + 1);
      void this.refreshScans();
    });
  }

  async refresh(): Promise<void> {
    this.project.set(await get<Project>('/project'));
    await this.refreshScans();
    this.jobs.set(await get<Job[]>('/jobs'));
  }

  async refreshScans(): Promise<void> {
    this.scans.set(await get<Scan[]>(`/scans${query({ name: this.label.value })}`));
  }

  scan(id: string): Scan | undefined {
    return this.scans.value.find((scan) => scan.id === id);
  }

  /** Puts a job in the place of its former state. */
  take(job: Job): void {
    const others = this.jobs.value.filter((other) => other.id !== job.id);
    this.jobs.set([job, ...others].sort((a, b) => b.id - a.id));
  }
}
