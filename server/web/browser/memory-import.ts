/**
 * Sends a file of translations by itself instead of with the form, so that it may be of any size: with progress, and the
 * chance to stop. What went in until then stays in, and the same file sent again merges with it.
 */
import { field, text } from './editor/decode.ts';

export class MemoryImport {
  readonly #root: HTMLElement;
  readonly #form: HTMLFormElement;
  #request: XMLHttpRequest | null = null;

  constructor(root: HTMLElement) {
    this.#root = root;
    this.#form = find(root, 'form', HTMLFormElement);
    this.#form.addEventListener('submit', (event) => {
      const file = find(this.#form, 'input[type="file"]', HTMLInputElement).files?.[0];
      if (file === undefined) return;
      event.preventDefault();
      this.#send(file);
    });
    find(root, '[data-cancel]', HTMLButtonElement).addEventListener('click', () => {
      this.#request?.abort();
    });
  }

  #send(file: File): void {
    if (this.#request !== null) return;
    const request = new XMLHttpRequest();
    const address = new URL(this.#form.action);
    address.searchParams.set('name', file.name);
    for (const name of ['sourceLanguage', 'targetLanguage'])
      address.searchParams.set(name, find(this.#form, `[name="${name}"]`, HTMLInputElement).value);
    request.open('PUT', address);
    request.setRequestHeader('Content-Type', 'application/octet-stream');
    request.upload.addEventListener('progress', ({ loaded, total }) => {
      this.#show(loaded, total);
    });
    request.addEventListener('load', () => {
      if (request.status === 200) location.assign(text(field(JSON.parse(request.responseText), 'location')));
      else this.#fail();
    });
    for (const end of ['error', 'abort'])
      request.addEventListener(end, () => {
        this.#fail();
      });
    this.#request = request;
    this.#show(0, file.size);
    request.send(file);
  }

  #show(loaded: number, total: number): void {
    const going = find(this.#root, '[data-going]', HTMLElement);
    going.hidden = false;
    find(this.#root, '[data-failed]', HTMLElement).hidden = true;
    const bar = find(going, 'progress', HTMLProgressElement);
    bar.max = Math.max(1, total);
    bar.value = loaded;
    find(this.#form, 'button[type="submit"]', HTMLButtonElement).disabled = true;
  }

  #fail(): void {
    this.#request = null;
    find(this.#root, '[data-going]', HTMLElement).hidden = true;
    find(this.#root, '[data-failed]', HTMLElement).hidden = false;
    find(this.#form, 'button[type="submit"]', HTMLButtonElement).disabled = false;
  }
}

function find<E extends Element>(root: Element, selector: string, kind: new () => E): E {
  const found = root.querySelector(selector);
  if (found instanceof kind) return found;
  throw new Error(`${selector} is missing`);
}
