/**
 * What is not yet on the server is kept in the browser, so that it outlives a crash. Each page writes entries of
 * its own; those of pages that are gone are offered to the person.
 */
import { STATES } from '../../../core/document/state.ts';
import { field, number, oneOf } from './decode.ts';
import { readContent, readOrigin } from './model.ts';
import type { Draft, DraftOrigin } from './saver.ts';

export interface JournalEntry {
  readonly name: string;
  readonly key: number;
  readonly position: number;
  readonly base: number;
  readonly at: number;
  readonly draft: Draft;
}

export class Journal {
  readonly #prefix: string;
  readonly #page = crypto.randomUUID();

  constructor(document: number, language: string) {
    this.#prefix = `recto:unsaved:${document}:${language}:`;
  }

  remember(key: number, position: number, base: number, draft: Draft): void {
    const entry = { key, position, base, at: Date.now(), ...draft };
    try {
      localStorage.setItem(this.#name(key), JSON.stringify(entry));
    } catch {
      // Full or forbidden: the text is still on the screen and on its way to the server.
    }
  }

  forget(key: number): void {
    this.discard(this.#name(key));
  }

  discard(name: string): void {
    try {
      localStorage.removeItem(name);
    } catch {
      // As above.
    }
  }

  /** What other pages left, oldest first; what is not ours to read is left alone. */
  left(): readonly JournalEntry[] {
    try {
      return Object.keys(localStorage)
        .filter((name) => name.startsWith(this.#prefix) && !name.endsWith(this.#page))
        .flatMap((name) => readEntry(name))
        .sort((a, b) => a.at - b.at);
    } catch {
      return [];
    }
  }

  #name(key: number): string {
    return `${this.#prefix}${key}:${this.#page}`;
  }
}

/** Whatever it says, the text beside it is not to be lost. */
function readDraftOrigin(value: unknown): DraftOrigin {
  if (value === 'copied-source') return value;
  try {
    const origin = readOrigin(value);
    return origin.kind === 'match' || origin.kind === 'machine' ? origin : 'typed';
  } catch {
    return 'typed';
  }
}

function readEntry(name: string): readonly JournalEntry[] {
  try {
    const data: unknown = JSON.parse(localStorage.getItem(name) ?? '');
    const draft: Draft = {
      content: readContent(field(data, 'content')),
      state: oneOf(field(data, 'state'), STATES),
      origin: readDraftOrigin(field(data, 'origin')),
    };
    const [key, position, base, at] = ['key', 'position', 'base', 'at'].map((each) =>
      number(field(data, each)),
    );
    return [{ name, key: key ?? 0, position: position ?? 0, base: base ?? 0, at: at ?? 0, draft }];
  } catch {
    return [];
  }
}
