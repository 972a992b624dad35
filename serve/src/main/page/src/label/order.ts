import { get, query, type Place, type Scan } from '../parts/api';
import type { Marks } from './marks';

/** Slices in the order that teaches most, as the server suggests them. */
export class Suggestions {
  private places: Place[] = [];
  private asked: Promise<void> | null = null;

  /** Scans that come next, to load them ahead. */
  get ahead(): string[] {
    return [...new Set(this.places.map((place) => place.scan))].slice(0, 4);
  }

  forget(): void {
    this.places = [];
  }

  /** The next slice that has no label yet, else null; asks for more before they run out. */
  async next(name: string, marks: Marks): Promise<Place | null> {
    this.drop(marks);
    if (this.places.length === 0) {
      await this.ask(name);
      this.drop(marks);
    } else if (this.places.length < 6) {
      void this.ask(name);
    }
    return this.places.shift() ?? null;
  }

  private drop(marks: Marks): void {
    this.places = this.places.filter((place) => marks.get(place.scan, place.slice) === null);
  }

  private ask(name: string): Promise<void> {
    this.asked ??= get<Place[]>(`/suggestions${query({ name, count: 24 })}`)
      .then((fresh) => {
        const known = new Set(this.places.map((place) => `${place.scan}/${place.slice}`));
        this.places.push(...fresh.filter((place) => !known.has(`${place.scan}/${place.slice}`)));
      })
      .finally(() => (this.asked = null));
    return this.asked;
  }
}

/** The next slice without a label, scan by scan: in this scan after `from`, else in the scans that follow. */
export function nextEmpty(scans: readonly Scan[], marks: Marks, scan: string, from: number): Place | null {
  const start = Math.max(0, scans.findIndex((other) => other.id === scan));
  for (let i = 0; i <= scans.length; i++) {
    const other = scans[(start + i) % scans.length];
    if (other !== undefined) {
      const slice = marks.nextEmpty(other, i === 0 ? from : 0);
      if (slice !== null) {
        return { scan: other.id, slice };
      }
    }
  }
  return null;
}
