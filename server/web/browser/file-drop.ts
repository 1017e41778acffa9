/** A file may be dropped onto its field's surroundings; the name of the chosen file is shown and announced. */

export class FileDrop {
  readonly #root: HTMLElement;
  readonly #input: HTMLInputElement;

  constructor(root: HTMLElement) {
    const input = root.querySelector<HTMLInputElement>('input[type="file"]');
    if (input === null) throw new Error('no file field');
    this.#root = root;
    this.#input = input;
    root.classList.add('file-drop--ready');
    root.addEventListener('dragover', (event) => {
      this.#over(event);
    });
    root.addEventListener('dragleave', () => {
      root.classList.remove('file-drop--over');
    });
    root.addEventListener('drop', (event) => {
      this.#drop(event);
    });
  }

  #over(event: DragEvent): void {
    if (!event.dataTransfer?.types.includes('Files')) return;
    event.preventDefault();
    this.#root.classList.add('file-drop--over');
  }

  #drop(event: DragEvent): void {
    this.#root.classList.remove('file-drop--over');
    const file = event.dataTransfer?.files[0];
    if (file === undefined) return;
    event.preventDefault();
    const one = new DataTransfer();
    one.items.add(file);
    this.#input.files = one.files;
    this.#input.dispatchEvent(new Event('change', { bubbles: true }));
    this.#input.focus();
  }
}
