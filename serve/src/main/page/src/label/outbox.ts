import { ApiError, post, type Change, type Entry } from '../parts/api';
import { Signal } from '../parts/signal';

/** One key press on its way to the server. */
export interface KeyPress {
  name: string;
  reader: string;
  entries: Entry[];
  millis: number;
}

type Item = { change: KeyPress } | { undo: string };

/**
 * Sends changes one after another, in order. What is not yet sent survives a reload of the page;
 * while the server does not answer, it tries again each second.
 */
export class Outbox {
  /** How many are on their way, and why the last try failed. */
  readonly state = new Signal<{ waiting: number; error: string | null }>({ waiting: 0, error: null });
  private items: Item[] = JSON.parse(sessionStorage.getItem('wisp.outbox') ?? '[]') as Item[];
  private busy = false;

  /**
   * @param undone called with what an undo changed, nothing if there was nothing to undo
   * @param refused called when the server will not have a change
   */
  constructor(
    private readonly undone: (changed: Change[]) => void,
    private readonly refused: (error: ApiError) => void,
  ) {
    void this.send();
  }

  /** What is not yet on the server. */
  get waiting(): KeyPress[] {
    return this.items.flatMap((item) => ('change' in item ? [item.change] : []));
  }

  put(change: KeyPress): void {
    this.add({ change });
  }

  undo(reader: string): void {
    this.add({ undo: reader });
  }

  private add(item: Item): void {
    this.items.push(item);
    this.keep(this.state.value.error);
    void this.send();
  }

  private keep(error: string | null): void {
    sessionStorage.setItem('wisp.outbox', JSON.stringify(this.items));
    this.state.set({ waiting: this.items.length, error });
  }

  private async send(): Promise<void> {
    if (this.busy) {
      return;
    }
    this.busy = true;
    for (let item = this.items[0]; item !== undefined; item = this.items[0]) {
      try {
        await this.one(item);
      } catch (error) {
        const failure = error instanceof ApiError ? error : new ApiError(0, String(error));
        if (failure.status === 0 || failure.status === 401 || failure.status >= 500) {
          this.keep(failure.message);
          await new Promise((resolve) => setTimeout(resolve, 1000));
          continue;
        }
        this.refused(failure);
      }
      this.items.shift();
      this.keep(null);
    }
    this.busy = false;
  }

  private async one(item: Item): Promise<void> {
    if ('change' in item) {
      await post('/labels', item.change);
    } else {
      const answer = await post<{ changed: Change[] }>('/labels/undo', { reader: item.undo });
      this.undone(answer.changed);
    }
  }
}
