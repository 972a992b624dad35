/** What an element may hold. */
export type Child = Node | string | null | false;

/** Properties of an element; names with a hyphen and `role` become attributes, `on…` listeners. */
export type Properties = Record<string, string | number | boolean | null | ((event: never) => void)>;

/** Makes an element: `h('button', { type: 'button', onclick: go }, 'Go')`. */
export function h<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  properties: Properties = {},
  ...children: Child[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (typeof value === 'function') {
      element.addEventListener(name.slice(2), value as EventListener);
    } else if (value === null) {
      continue;
    } else if (name in element && !name.includes('-')) {
      Object.assign(element, { [name]: value });
    } else {
      element.setAttribute(name, String(value));
    }
  }
  fill(element, ...children);
  return element;
}

/** Replaces all that an element holds. */
export function fill(element: Element, ...children: Child[]): void {
  element.replaceChildren(...children.filter((child) => child !== null && child !== false));
}

/** Makes an element of SVG. */
export function svg(tag: string, attributes: Record<string, string | number>, ...children: Child[]): SVGElement {
  const element = document.createElementNS('http://www.w3.org/2000/svg', tag);
  for (const [name, value] of Object.entries(attributes)) {
    element.setAttribute(name, String(value));
  }
  fill(element, ...children);
  return element;
}

/** A key as it is shown in texts. */
export function key(name: string): HTMLElement {
  return h('kbd', {}, name);
}

/** A button; `keys` is shown beside its text. */
export function button(text: string, onclick: () => void, options: { kind?: string; keys?: string } = {}): HTMLButtonElement {
  return h(
    'button',
    { type: 'button', className: options.kind ?? '', onclick },
    h('span', {}, text),
    options.keys !== undefined && key(options.keys),
  );
}

/** A titled part of a side panel. */
export function section(title: string, ...children: Child[]): HTMLElement {
  return h('section', {}, h('h2', {}, title), ...children);
}

/** Where a person types, so that keys are letters and not commands. */
export function isTyping(event: KeyboardEvent): boolean {
  const target = event.target;
  return (
    (target instanceof HTMLInputElement && !['range', 'checkbox', 'radio', 'button'].includes(target.type)) ||
    target instanceof HTMLTextAreaElement ||
    target instanceof HTMLSelectElement
  );
}
