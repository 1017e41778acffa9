/**
 * A document is filled with drafts in the background, by the memories or by a machine: one act, kept like an import, so
 * that it is undone like one (undo-import.ts). While it runs the act says how far it is, to every server, and is told
 * there to stop.
 */
import type { LanguageTag } from '../core/text/language.ts';
import type { ActFailure, DocumentAct, Import, ImportDetails } from '../store/exchange.ts';
import type { DocumentId } from '../store/ids.ts';
import type { Save, StoredDocument, StoredSegment } from '../store/segment.ts';
import { isEmpty } from '../core/text/content.ts';
import type { Dependencies } from './dependencies.ts';
import { undoImport } from './undo-import.ts';

/** An act that says nothing for so long has died with its server. Milliseconds. */
const SILENCE = 30_000;
/** Of what could not be done so many are kept; all are counted. */
const MOST_FAILURES = 500;

export interface FillingProgress {
  readonly by: 'memories' | 'machine';
  readonly status: 'running' | 'stopped' | 'done' | 'undone';
  /** Segments of the document, and how many of them were looked at. */
  readonly total: number;
  readonly looked: number;
  readonly filled: number;
  /** Segments of which the machine made nothing that can be used. */
  readonly failed: number;
  /** Characters that the machine was sent. */
  readonly sent: number;
}

export interface FillingInput {
  readonly language: LanguageTag;
  readonly author: string;
}

/** null where the act is none of these. */
export function progressOf(act: Import, now: number): FillingProgress | null {
  const of = (name: string): number | null => act.details.counts.find(([each]) => each === name)?.[1] ?? null;
  const total = of('total');
  if (total === null) return null;
  const isSilent = now - (of('told') ?? 0) > SILENCE;
  const running = isSilent ? 'stopped' : 'running';
  const ended = act.status === 'undone' ? 'undone' : 'done';
  return {
    by: of('sent') === null ? 'memories' : 'machine',
    status: act.status === 'running' ? running : ended,
    total,
    looked: of('looked') ?? 0,
    filled: of('saved') ?? 0,
    failed: of('failed') ?? 0,
    sent: of('sent') ?? 0,
  };
}

/** One of either kind that is under way for the document and language. */
export async function runningAct(
  { store, now }: Dependencies,
  document: DocumentId,
  language: LanguageTag,
): Promise<string | null> {
  const acts = await store.listImports(document, language);
  return acts.find((each) => progressOf(each, now())?.status === 'running')?.id ?? null;
}

/** What was filled stays, and can be undone. False where it was not running. */
export async function stopFilling(
  { store }: Pick<Dependencies, 'store'>,
  id: string,
  author: string,
): Promise<boolean> {
  const act = await store.findImport(id);
  if (act?.status !== 'running') return false;
  return store.updateImport(id, 'running', { status: 'applied', author, details: act.details });
}

/** Nothing stands there, whoever left it so. */
export function isFree({ locked, current, source }: StoredSegment): boolean {
  if (locked || isEmpty(source)) return false;
  return current === null || (current.state === 'initial' && isEmpty(current.target));
}

export class FillingAct {
  looked = 0;
  /** Characters; null where no machine is asked. */
  sent: number | null = null;
  readonly id: string;
  readonly #deps: Dependencies;
  readonly #input: FillingInput;
  readonly #document: StoredDocument;
  readonly #kind: DocumentAct;
  readonly #failures: ActFailure[] = [];
  #failed = 0;
  #saved = 0;

  constructor(deps: Dependencies, kind: DocumentAct, input: FillingInput, document: StoredDocument) {
    this.id = deps.newId();
    this.#deps = deps;
    this.#kind = kind;
    this.#input = input;
    this.#document = document;
  }

  async begin(): Promise<void> {
    const { store, now } = this.#deps;
    const { language, author } = this.#input;
    const kept = { id: this.id, document: this.#document.id, language, fileName: '', author, at: now() };
    await store.addImport({ ...kept, details: this.#details(), bytes: new Uint8Array() });
    await store.updateImport(this.id, 'pending', { status: 'running', author, details: this.#details() });
  }

  fail(failure: ActFailure): void {
    if (failure.position > 0) this.#failed += 1;
    if (this.#failures.length < MOST_FAILURES || failure.position === 0) this.#failures.push(failure);
  }

  /** False where somebody has stopped it, or taken it back: then what was saved just now goes back too. */
  async keep(saves: readonly Save[]): Promise<boolean> {
    const { store } = this.#deps;
    const results = saves.length === 0 ? [] : await store.saveTargets(saves);
    this.#saved += results.filter(({ kind }) => kind === 'saved').length;
    if (await this.tell()) return true;
    const act = await store.findImport(this.id);
    if (act?.status === 'undone') await undoImport(this.#deps, this.id, act.author);
    else if (act !== null) {
      const change = { status: 'applied', author: act.author, details: this.#details() } as const;
      await store.updateImport(this.id, 'applied', change);
    }
    return false;
  }

  /** How far it is. False where it is to go no further. */
  tell(): Promise<boolean> {
    return this.#update('running');
  }

  end(): Promise<boolean> {
    return this.#update('applied');
  }

  #update(status: 'running' | 'applied'): Promise<boolean> {
    const change = { status, author: this.#input.author, details: this.#details() };
    return this.#deps.store.updateImport(this.id, 'running', change);
  }

  #details(): ImportDetails {
    const counts: readonly (readonly [string, number])[] = [
      ['saved', this.#saved],
      ['looked', this.looked],
      ['total', this.#document.segments],
      ['told', this.#deps.now()],
      ...(this.sent === null ? [] : [['sent', this.sent] as const, ['failed', this.#failed] as const]),
    ];
    const failures = this.#failures.length === 0 ? {} : { failures: [...this.#failures] };
    return { sent: null, bases: [], choices: [], tools: [], counts, notes: [], ...failures, act: this.#kind };
  }
}
