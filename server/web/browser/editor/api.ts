/** The JSON API of one document in one language. */
import type { Content } from '../../../core/text/content.ts';
import type { State } from '../../../core/document/state.ts';
import { readOccurrence, type Occurrence, type Side } from './concordance.ts';
import { field, list, maybe, number, oneOf, text } from './decode.ts';
import { readFinding, type LiveFinding } from './findings-panel.ts';
import { readTerm, type FoundTerm } from './found-term.ts';
import {
  readNote,
  readPage,
  readProgress,
  readSegment,
  readVersion,
  type Note,
  type Progress,
  type Propagated,
  type Segment,
  type SegmentPage,
  type Version,
} from './model.ts';
import type { ResegmentOutcome, Undo } from './resegmenting.ts';
import type { SaveOutcome, Draft } from './saver.ts';
import type { Filter } from './settings.ts';
import type { NewTerm } from './term-form.ts';

/** Browsers carry at most so many bytes of a request past the end of a page. */
const LARGEST_KEPT_ALIVE = 30_000;

export interface SegmentDetails {
  readonly segment: Segment;
  readonly unit: readonly Segment[];
  /** The last split or join of the unit, if it is not undone. */
  readonly undo: Undo | null;
}

export type AddTermOutcome =
  { readonly kind: 'added' } | { readonly kind: 'refused'; readonly problems: readonly string[] };

export class Api {
  readonly #document: string;
  readonly #language: string;

  constructor(document: number, language: string) {
    this.#document = `/api/documents/${document}/${language}`;
    this.#language = language;
  }

  async segments(after: number, limit: number, filter: Filter): Promise<SegmentPage> {
    const query = new URLSearchParams({ after: String(after), limit: String(limit), ...filterQuery(filter) });
    return readPage(await read(`${this.#document}/segments?${query.toString()}`));
  }

  async count(filter: Filter): Promise<number> {
    const query = new URLSearchParams(filterQuery(filter));
    return number(field(await read(`${this.#document}/count?${query.toString()}`), 'count'));
  }

  async next(after: number, states: readonly State[]): Promise<Segment | null> {
    const query = new URLSearchParams({ after: String(after), states: states.join(',') });
    return maybe(field(await read(`${this.#document}/next?${query.toString()}`), 'segment'), readSegment);
  }

  async progress(): Promise<Progress> {
    return readProgress(field(await read(`${this.#document}/progress`), 'progress'));
  }

  async segment(key: number): Promise<SegmentDetails> {
    const answer = await read(this.#segment(key));
    return {
      segment: readSegment(answer),
      unit: list(field(answer, 'unit'), readSegment),
      undo: maybe(field(answer, 'undo'), readUndo),
    };
  }

  async split(
    key: number,
    at: { readonly base: number; readonly source: number; readonly target: number | null },
  ): Promise<ResegmentOutcome> {
    return resegmented(() => send('POST', `${this.#segment(key)}/split`, JSON.stringify(at)));
  }

  async join(
    key: number,
    at: { readonly base: number; readonly next: number; readonly nextBase: number },
  ): Promise<ResegmentOutcome> {
    return resegmented(() => send('POST', `${this.#segment(key)}/join`, JSON.stringify(at)));
  }

  async undoSegmentation(key: number, id: number): Promise<ResegmentOutcome> {
    const address = `${this.#segment(key)}/undo-segmentation`;
    return resegmented(() => send('POST', address, JSON.stringify({ id })));
  }

  /** Where the project's memories hold the text. */
  async concordance(wanted: string, side: Side): Promise<readonly Occurrence[]> {
    const query = new URLSearchParams({ text: wanted, side });
    const answer = await read(`${this.#document}/concordance?${query.toString()}`);
    return list(field(answer, 'occurrences'), readOccurrence);
  }

  async versions(key: number): Promise<readonly Version[]> {
    return list(field(await read(`${this.#segment(key)}/versions`), 'versions'), readVersion);
  }

  async notes(key: number): Promise<readonly Note[]> {
    return list(field(await read(`${this.#segment(key)}/notes`), 'notes'), readNote);
  }

  async addNote(key: number, note: string): Promise<void> {
    const response = await send('POST', `${this.#segment(key)}/notes`, JSON.stringify({ text: note }));
    if (!response.ok) throw new Error(`the note was answered with ${response.status}`);
  }

  async deleteNote(key: number, id: number): Promise<void> {
    const response = await send('DELETE', `${this.#segment(key)}/notes/${id}`);
    if (!response.ok && response.status !== 404) throw new Error(`answered with ${response.status}`);
  }

  async save(key: number, base: number, draft: Draft): Promise<SaveOutcome> {
    const { content, state, origin } = draft;
    const body = JSON.stringify({ base, target: named(content), state, origin });
    return outcome(() => send('PUT', this.#segment(key), body));
  }

  async revert(key: number, base: number, to: number): Promise<SaveOutcome> {
    return outcome(() => send('POST', `${this.#segment(key)}/revert`, JSON.stringify({ base, to })));
  }

  /** What the checks find in the content; nothing of it is kept. */
  async findings(key: number, content: Content): Promise<readonly LiveFinding[]> {
    const body = JSON.stringify({ target: named(content) });
    const response = await send('POST', `${this.#segment(key)}/findings`, body);
    if (!response.ok) throw new Error(`the check was answered with ${response.status}`);
    return list(field(await response.json(), 'findings'), readFinding);
  }

  async ignoreFinding(key: number, finding: string, reason: string): Promise<void> {
    const body = JSON.stringify({ finding, reason });
    const response = await send('POST', `${this.#segment(key)}/findings/ignored`, body);
    if (!response.ok) throw new Error(`ignoring was answered with ${response.status}`);
  }

  async undoPropagation(key: number, version: number): Promise<void> {
    const response = await send(
      'POST',
      `${this.#segment(key)}/undo-propagation`,
      JSON.stringify({ version }),
    );
    if (!response.ok) throw new Error(`undoing was answered with ${response.status}`);
  }

  /** The terms in the segment's source. */
  async terms(key: number): Promise<readonly FoundTerm[]> {
    return list(field(await read(`${this.#segment(key)}/terms`), 'terms'), readTerm);
  }

  async addTerm(term: NewTerm & { readonly context: string }): Promise<AddTermOutcome> {
    const response = await send('POST', `${this.#document}/terms`, JSON.stringify(term));
    if (response.status === 422) {
      const problems = problemsOf(await response.json()).map((each) => each.message);
      return { kind: 'refused', problems };
    }
    if (!response.ok) throw new Error(`the term was answered with ${response.status}`);
    return { kind: 'added' };
  }

  events(): EventSource {
    return new EventSource(`${this.#document}/events`);
  }

  #segment(key: number): string {
    return `/api/segments/${key}/${this.#language}`;
  }
}

/** Codes go out by kind and id; the server knows what they stand for. */
function named(content: Content): readonly unknown[] {
  return content.map((part) =>
    typeof part === 'string'
      ? part
      : { code: part.code, id: part.id, ...(part.edge === undefined ? {} : { edge: part.edge }) },
  );
}

function filterQuery(filter: Filter): Record<string, string> {
  return {
    ...(filter.states.length === 0 ? {} : { state: filter.states.join(',') }),
    ...(filter.bands.length === 0 ? {} : { band: filter.bands.join(',') }),
    ...(filter.text === '' ? {} : { text: filter.text }),
  };
}

async function read(address: string): Promise<unknown> {
  const response = await fetch(address, { headers: { Accept: 'application/json' } });
  if (!response.ok) throw new Error(`${address} was answered with ${response.status}`);
  return response.json();
}

function send(method: string, address: string, body?: string): Promise<Response> {
  if (body === undefined) return fetch(address, { method });
  const keepalive = body.length * 3 < LARGEST_KEPT_ALIVE;
  return fetch(address, { method, body, keepalive, headers: { 'Content-Type': 'application/json' } });
}

/** Whatever cannot be understood as an answer is no answer: it will be tried again. */
async function outcome(ask: () => Promise<Response>): Promise<SaveOutcome> {
  try {
    const response = await ask();
    if (response.status === 423) return { kind: 'locked' };
    if (response.status === 404) return { kind: 'gone' };
    const answer: unknown = await response.json();
    if (response.status === 409)
      return { kind: 'conflict', theirs: maybe(field(answer, 'current'), readVersion) };
    if (response.status === 422)
      return {
        kind: 'refused',
        problems: problemsOf(answer).map((each) => each.message),
      };
    if (response.status === 400 || response.status === 413) return { kind: 'refused', problems: [] };
    if (!response.ok) return { kind: 'unreachable' };
    return {
      kind: 'saved',
      version: readVersion(field(answer, 'version')),
      progress: maybe(field(answer, 'progress'), readProgress),
      propagated: maybe(field(answer, 'propagated'), readPropagated),
      // Missing codes have their own place in the pane.
      problems: problemsOf(answer)
        .filter((each) => each.code !== 'code-missing')
        .map((each) => each.message),
    };
  } catch {
    return { kind: 'unreachable' };
  }
}

function readPropagated(value: unknown): Propagated {
  return { count: number(field(value, 'count')), words: text(field(value, 'words')) };
}

function readUndo(value: unknown): Undo {
  return { id: number(field(value, 'id')), kind: oneOf(field(value, 'kind'), ['split', 'join'] as const) };
}

async function resegmented(ask: () => Promise<Response>): Promise<ResegmentOutcome> {
  const response = await ask();
  if (response.status === 423) return { kind: 'locked' };
  if (response.status === 404) return { kind: 'gone' };
  if (response.status === 409) return { kind: 'conflict' };
  const answer: unknown = await response.json();
  if (response.status === 422)
    return { kind: 'refused', problems: problemsOf(answer).map((each) => each.message) };
  if (!response.ok) return { kind: 'unreachable' };
  return {
    kind: 'done',
    first: number(field(answer, 'first')),
    unit: list(field(answer, 'unit'), readSegment),
    moved: number(field(answer, 'moved')),
    progress: maybe(field(answer, 'progress'), readProgress),
  };
}

function problemsOf(answer: unknown): readonly { readonly code: string; readonly message: string }[] {
  return list(field(answer, 'problems'), (each) => ({
    code: text(field(each, 'code')),
    message: text(field(each, 'message')),
  }));
}
