/** Places of units in typed arrays, a few bytes each. */
import type { Scope } from '../xml/scope.ts';
import type { FilePlace, UnitPlace } from './places.ts';

const TRANSLATE = 1;
const CAN_RESEGMENT = 2;

export class UnitTable {
  length = 0;
  /** Whether any of them may be translated. */
  translatable = false;
  readonly #files: readonly FilePlace[];
  #starts = new Uint32Array(64);
  #ends = new Uint32Array(64);
  /** Number of files begun before it. */
  #fileCounts = new Uint32Array(64);
  #flags = new Uint8Array(64);
  readonly #scopes: (Scope | null)[] = [];

  /** `files` grows while units are added. */
  constructor(files: readonly FilePlace[]) {
    this.#files = files;
  }

  /** A unit of the last file. */
  add({ start, end, scope, translate, canResegment }: Omit<UnitPlace, 'file'>): void {
    const index = this.length;
    if (index === this.#starts.length) this.#grow();
    this.#starts[index] = start;
    this.#ends[index] = end;
    this.#fileCounts[index] = this.#files.length;
    this.#flags[index] = (translate ? TRANSLATE : 0) | (canResegment ? CAN_RESEGMENT : 0);
    this.#scopes.push(scope);
    this.translatable ||= translate;
    this.length += 1;
  }

  /** undefined where there is none. */
  at(index: number): UnitPlace | undefined {
    const start = this.#starts[index];
    const end = this.#ends[index];
    const flags = this.#flags[index];
    if (start === undefined || end === undefined || flags === undefined || index >= this.length) {
      return undefined;
    }
    return {
      start,
      end,
      scope: this.#scopes[index] ?? null,
      file: this.#files[(this.#fileCounts[index] ?? 0) - 1] ?? null,
      translate: (flags & TRANSLATE) !== 0,
      canResegment: (flags & CAN_RESEGMENT) !== 0,
    };
  }

  #grow(): void {
    const grown = <Table extends Uint32Array | Uint8Array>(table: Table, larger: Table): Table => {
      larger.set(table);
      return larger;
    };
    const length = this.length * 2;
    this.#starts = grown(this.#starts, new Uint32Array(length));
    this.#ends = grown(this.#ends, new Uint32Array(length));
    this.#fileCounts = grown(this.#fileCounts, new Uint32Array(length));
    this.#flags = grown(this.#flags, new Uint8Array(length));
  }
}
