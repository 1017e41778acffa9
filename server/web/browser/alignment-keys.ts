/**
 * Keys for the links of an alignment (pages/alignment): arrows go from link to link, a letter presses the button of
 * the link, or of the page, that has it as its `data-key`. Letters are keys by their place on the keyboard, so that
 * they work while a Persian or Burmese layout is on, and only while a link has the focus itself.
 */
export class AlignmentKeys {
  readonly #root: HTMLElement;

  constructor(root: HTMLElement) {
    this.#root = root;
    const links = this.#links();
    if (!links.some((link) => link.tabIndex === 0)) links[0]?.setAttribute('tabindex', '0');
    root.addEventListener('keydown', (event) => {
      if (this.#press(event)) event.preventDefault();
    });
  }

  #links(): readonly HTMLElement[] {
    return [...this.#root.querySelectorAll<HTMLElement>('[data-link]')];
  }

  #press({ target, code, key, ctrlKey, metaKey, altKey }: KeyboardEvent): boolean {
    if (!(target instanceof HTMLElement) || target.dataset['link'] === undefined) return false;
    if (ctrlKey || metaKey || altKey) return false;
    if (key === 'ArrowDown' || key === 'ArrowUp') return this.#go(target, key === 'ArrowDown' ? 1 : -1);
    const selector = `[data-key="${CSS.escape(code)}"]`;
    const inLink = target.querySelector<HTMLElement>(selector);
    const ofPage = [...this.#root.querySelectorAll<HTMLElement>(selector)].find(
      (each) => each.closest('[data-link]') === null,
    );
    const button = inLink ?? ofPage;
    button?.click();
    return button !== undefined;
  }

  #go(from: HTMLElement, step: 1 | -1): boolean {
    const links = this.#links();
    const next = links[links.indexOf(from) + step];
    if (next === undefined) return false;
    from.tabIndex = -1;
    next.tabIndex = 0;
    next.focus();
    return true;
  }
}
