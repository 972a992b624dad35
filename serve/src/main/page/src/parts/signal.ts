/** A value whose changes others follow. */
export class Signal<T> {
  private readonly followers = new Set<(value: T) => void>();

  constructor(private current: T) {}

  get value(): T {
    return this.current;
  }

  set(value: T): void {
    this.current = value;
    for (const follower of this.followers) {
      follower(value);
    }
  }

  /** Calls `follower` now and at each change. */
  follow(follower: (value: T) => void): void {
    this.followers.add(follower);
    follower(this.current);
  }
}

/** A text that this browser keeps from visit to visit. */
export function kept(name: string): Signal<string> {
  const signal = new Signal(localStorage.getItem(`wisp.${name}`) ?? '');
  signal.follow((value) => localStorage.setItem(`wisp.${name}`, value));
  return signal;
}
