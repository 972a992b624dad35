/** One of the tabs. */
export interface Page {
  readonly root: HTMLElement;
  /** Called whenever the page comes into view; `rest` is what follows its name in the address. */
  show(rest: string): void;
  hide?(): void;
  /** Takes a key press, unless somebody types in a field; says whether it had a use for it. */
  key?(event: KeyboardEvent): boolean;
  /** Its keys, for the help. */
  readonly keys: readonly (readonly [string, string])[];
}
