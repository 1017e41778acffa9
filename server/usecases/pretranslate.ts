/**
 * Fills what is empty in a document from the memories of its project, in the background. All of it are drafts, which
 * name memory and score; what somebody writes meanwhile is left as it is. The whole is one act, kept like an import, so
 * that it is undone like one (undo-import.ts); while it runs the act says how far it is, to every server.
 */
import type { TuContext } from '../core/memory/tu.ts';
import { isEmpty } from '../core/text/content.ts';
import type { LanguageTag } from '../core/text/language.ts';
import type { Import, ImportDetails } from '../store/exchange.ts';
import type { DocumentId } from '../store/ids.ts';
import type { Project } from '../store/project.ts';
import type { Save, StoredDocument, StoredSegment } from '../store/segment.ts';
import { allSegments } from './all-segments.ts';
import type { Dependencies } from './dependencies.ts';
import { inContext } from './in-context.ts';
import { takeTurns } from './in-turns.ts';
import { lookUpMatches, type LookUpQuestion } from './look-up-matches.ts';
import { hasOwnIds } from './memory-entry.ts';
import { memoriesOf } from './project-memories.ts';
import { undoImport } from './undo-import.ts';

/** Saved together, and told together. */
const BATCH = 50;
/** An act that says nothing for so long has died with its server. Milliseconds. */
const SILENCE = 30_000;

export interface PretranslateInput {
  readonly document: DocumentId;
  readonly language: LanguageTag;
  /** Least score that is taken, 50 to 100. */
  readonly minimum: number;
  /** What the act is called in the history, in the person's language. */
  readonly name: string;
  readonly author: string;
}

export interface PretranslationProgress {
  readonly status: 'running' | 'stopped' | 'done' | 'undone';
  /** Segments of the document, and how many of them were looked at. */
  readonly total: number;
  readonly looked: number;
  readonly filled: number;
}

export type PretranslateResult =
  | { readonly kind: 'begun'; readonly act: string; readonly done: Promise<void> }
  /** One is under way for the document and language. */
  | { readonly kind: 'running'; readonly act: string }
  | { readonly kind: 'not-found' };

/** Resolves when it has begun; `done` when it has ended, and rejects where the store failed. */
export async function pretranslate(
  deps: Dependencies,
  input: PretranslateInput,
): Promise<PretranslateResult> {
  const { store } = deps;
  const document = await store.findDocument(input.document);
  const project = document && (await store.findProject(document.project));
  if (document === null || !project?.targetLanguages.includes(input.language)) return { kind: 'not-found' };
  const acts = await store.listImports(input.document, input.language);
  const running = acts.find((each) => progressOf(each, deps.now())?.status === 'running');
  if (running !== undefined) return { kind: 'running', act: running.id };
  const act = deps.newId();
  const run = new Run(deps, input, { project, document, act });
  await run.begin();
  return { kind: 'begun', act, done: run.work() };
}

/** null where the act is no pre-translation. */
export function progressOf(act: Import, now: number): PretranslationProgress | null {
  const of = (name: string): number | null => act.details.counts.find(([each]) => each === name)?.[1] ?? null;
  const total = of('total');
  if (total === null) return null;
  const isSilent = now - (of('told') ?? 0) > SILENCE;
  const running = isSilent ? 'stopped' : 'running';
  const ended = act.status === 'undone' ? 'undone' : 'done';
  const status = act.status === 'running' ? running : ended;
  return { status, total, looked: of('looked') ?? 0, filled: of('saved') ?? 0 };
}

/** What was filled stays, and can be undone. False where it was not running. */
export async function stopPretranslation(
  { store }: Pick<Dependencies, 'store'>,
  id: string,
  author: string,
): Promise<boolean> {
  const act = await store.findImport(id);
  if (act?.status !== 'running') return false;
  return store.updateImport(id, 'running', { status: 'applied', author, details: act.details });
}

class Run {
  readonly #deps: Dependencies;
  readonly #input: PretranslateInput;
  readonly #home: { readonly project: Project; readonly document: StoredDocument };
  readonly #act: string;
  #looked = 0;
  #saved = 0;

  constructor(
    deps: Dependencies,
    input: PretranslateInput,
    { act, ...home }: { readonly act: string; readonly project: Project; readonly document: StoredDocument },
  ) {
    this.#deps = deps;
    this.#input = input;
    this.#home = home;
    this.#act = act;
  }

  async begin(): Promise<void> {
    const { store, now } = this.#deps;
    const { document, language, name, author } = this.#input;
    const kept = { id: this.#act, document, language, fileName: name, author, at: now() };
    await store.addImport({ ...kept, details: this.#details(), bytes: new Uint8Array() });
    await store.updateImport(this.#act, 'pending', { status: 'running', author, details: this.#details() });
  }

  async work(): Promise<void> {
    const { store, now } = this.#deps;
    const { document, language } = this.#input;
    const memories = await memoriesOf(store, this.#home.project, now());
    let saves: Save[] = [];
    let unsaid = 0;
    for await (const { segment, context } of inContext(
      allSegments(store, document, language),
      hasOwnIds(this.#home.document.format),
    )) {
      this.#looked += 1;
      unsaid += 1;
      const save = isFree(segment) ? await this.#saveFor(segment, context, memories) : null;
      if (save !== null) saves.push(save);
      if (saves.length < BATCH && unsaid < BATCH) continue;
      if (!(await this.#keep(saves))) return;
      saves = [];
      unsaid = 0;
      await takeTurns();
    }
    if (await this.#keep(saves)) await this.#tell('applied');
  }

  async #saveFor(
    segment: StoredSegment,
    context: TuContext,
    memories: LookUpQuestion['memories'],
  ): Promise<Save | null> {
    const { store, now } = this.#deps;
    const { language, minimum, author } = this.#input;
    const [match] = await lookUpMatches(this.#deps, {
      memories,
      sourceLanguage: this.#home.project.sourceLanguage,
      targetLanguage: language,
      source: segment.source,
      context,
      minimum,
      limit: 1,
      once: 'target',
    });
    if (match === undefined || isEmpty(match.target)) return null;
    const memory = (await store.memories.findMemory(match.tu.memory))?.name ?? '';
    return {
      segment: segment.key,
      language,
      base: segment.current?.version ?? 0,
      target: match.target,
      state: 'initial',
      subState: null,
      author,
      at: now(),
      origin: { kind: 'pretranslated', score: match.score, memory, import: this.#act },
    };
  }

  /** False where somebody has stopped it, or taken it back: then what was saved just now goes back too. */
  async #keep(saves: readonly Save[]): Promise<boolean> {
    const { store } = this.#deps;
    const results = saves.length === 0 ? [] : await store.saveTargets(saves);
    this.#saved += results.filter(({ kind }) => kind === 'saved').length;
    if (await this.#tell('running')) return true;
    const act = await store.findImport(this.#act);
    if (act?.status === 'undone') await undoImport(this.#deps, this.#act, act.author);
    else if (act !== null)
      await store.updateImport(this.#act, 'applied', {
        status: 'applied',
        author: act.author,
        details: this.#details(),
      });
    return false;
  }

  #tell(status: 'running' | 'applied'): Promise<boolean> {
    const change = { status, author: this.#input.author, details: this.#details() };
    return this.#deps.store.updateImport(this.#act, 'running', change);
  }

  #details(): ImportDetails {
    const counts = [
      ['saved', this.#saved],
      ['looked', this.#looked],
      ['total', this.#home.document.segments],
      ['told', this.#deps.now()],
    ] as const;
    return { sent: null, bases: [], choices: [], tools: [], counts, notes: [] };
  }
}

/** Nothing stands there, whoever left it so. */
function isFree({ locked, current, source }: StoredSegment): boolean {
  if (locked || isEmpty(source)) return false;
  return current === null || (current.state === 'initial' && isEmpty(current.target));
}
