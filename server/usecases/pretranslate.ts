/**
 * Fills what is empty in a document from the memories of its project, in the background. All of it are drafts, which
 * name memory and score; what somebody writes meanwhile is left as it is. The whole is one act (filling-act.ts).
 */
import type { TuContext } from '../core/memory/tu.ts';
import { isEmpty } from '../core/text/content.ts';
import type { DocumentId } from '../store/ids.ts';
import type { Project } from '../store/project.ts';
import type { Save, StoredDocument, StoredSegment } from '../store/segment.ts';
import { allSegments } from './all-segments.ts';
import type { Dependencies } from './dependencies.ts';
import { FillingAct, isFree, runningAct, type FillingInput } from './filling-act.ts';
import { inContext } from './in-context.ts';
import { takeTurns } from './in-turns.ts';
import { bestMatch, type LookUpQuestion } from './look-up-matches.ts';
import { hasOwnIds } from './memory-entry.ts';
import { memoriesOf } from './project-memories.ts';

/** Saved together, and told together. */
const BATCH = 50;

export interface PretranslateInput extends FillingInput {
  readonly document: DocumentId;
  /** Least score that is taken, 50 to 100. */
  readonly minimum: number;
}

export type PretranslateResult =
  | { readonly kind: 'begun'; readonly act: string; readonly done: Promise<void> }
  /** One is under way for the document and language, by memories or by a machine. */
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
  const running = await runningAct(deps, input.document, input.language);
  if (running !== null) return { kind: 'running', act: running };
  const kind = { kind: 'pretranslated', minimum: input.minimum } as const;
  const act = new FillingAct(deps, kind, input, document);
  await act.begin();
  return { kind: 'begun', act: act.id, done: work(deps, input, { project, document, act }) };
}

interface Run {
  readonly project: Project;
  readonly document: StoredDocument;
  readonly act: FillingAct;
}

async function work(deps: Dependencies, input: PretranslateInput, run: Run): Promise<void> {
  const { act, document, project } = run;
  const memories = await memoriesOf(deps.store, project, deps.now());
  const segments = allSegments(deps.store, document.id, input.language);
  let saves: Save[] = [];
  let unsaid = 0;
  for await (const { segment, context } of inContext(segments, hasOwnIds(document.format))) {
    act.looked += 1;
    unsaid += 1;
    const save = isFree(segment) ? await saveFor(deps, input, run, { segment, context, memories }) : null;
    if (save !== null) saves.push(save);
    if (saves.length < BATCH && unsaid < BATCH) continue;
    if (!(await act.keep(saves))) return;
    saves = [];
    unsaid = 0;
    await takeTurns();
  }
  if (await act.keep(saves)) await act.end();
}

async function saveFor(
  deps: Dependencies,
  { language, minimum, author }: PretranslateInput,
  { act, project }: Run,
  asked: {
    readonly segment: StoredSegment;
    readonly context: TuContext;
    readonly memories: LookUpQuestion['memories'];
  },
): Promise<Save | null> {
  const { segment, context, memories } = asked;
  const match = await bestMatch(deps, {
    memories,
    sourceLanguage: project.sourceLanguage,
    targetLanguage: language,
    source: segment.source,
    context,
    minimum,
  });
  if (match === null || isEmpty(match.target)) return null;
  const memory = (await deps.store.memories.findMemory(match.tu.memory))?.name ?? '';
  return {
    segment: segment.key,
    language,
    base: segment.current?.version ?? 0,
    target: match.target,
    state: 'initial',
    subState: null,
    author,
    at: deps.now(),
    origin: { kind: 'pretranslated', score: match.score, memory, import: act.id },
  };
}
