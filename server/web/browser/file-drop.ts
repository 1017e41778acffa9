/**
 * A form with a file field (partials/file-field): a file may be dropped anywhere on it, and the name of the chosen
 * one is shown and announced in the page's language. A file that is dropped beside the form must not take the page's
 * place.
 */
export class FileDrop {
  readonly #root: HTMLElement;
  readonly #input: HTMLInputElement;
  readonly #name: HTMLElement;
  readonly #none: string;
  readonly #onlyOne: string;

  constructor(root: HTMLElement) {
    const input = root.querySelector<HTMLInputElement>('.file-field input[type="file"]');
    const name = root.querySelector<HTMLElement>('[data-file-name]');
    if (input === null || name === null) throw new Error('no file field');
    this.#root = root;
    this.#input = input;
    this.#name = name;
    this.#none = name.textContent;
    this.#onlyOne = name.dataset['onlyOne'] ?? '';
    root.classList.add('file-drop--ready');
    this.#listen();
    this.#show(1);
  }

  #listen(): void {
    this.#input.addEventListener('change', () => {
      this.#show(1);
    });
    this.#root.addEventListener('dragover', (event) => {
      if (bringsFiles(event)) this.#root.classList.add('file-drop--over');
    });
    this.#root.addEventListener('dragleave', () => {
      this.#root.classList.remove('file-drop--over');
    });
    this.#root.addEventListener('drop', (event) => {
      this.#drop(event);
    });
    document.addEventListener('dragover', keepPage);
    document.addEventListener('drop', keepPage);
  }

  #drop(event: DragEvent): void {
    this.#root.classList.remove('file-drop--over');
    const files = event.dataTransfer?.files;
    const file = files?.[0];
    if (files === undefined || file === undefined) return;
    event.preventDefault();
    const one = new DataTransfer();
    one.items.add(file);
    this.#input.files = one.files;
    this.#input.focus();
    this.#show(files.length);
  }

  /** `offered` is how many files there were to choose from. */
  #show(offered: number): void {
    const file = this.#input.files?.[0];
    if (file === undefined) this.#name.textContent = this.#none;
    else this.#name.textContent = offered > 1 ? this.#onlyOne.replace('{file}', file.name) : file.name;
  }
}

function bringsFiles(event: DragEvent): boolean {
  return event.dataTransfer?.types.includes('Files') ?? false;
}

/** Without this the browser would open the file instead of the page. */
function keepPage(event: DragEvent): void {
  if (bringsFiles(event)) event.preventDefault();
}
