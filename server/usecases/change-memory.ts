/** What a person does with TUs of a memory: edits, deletes, takes back. Each is one act. */
import { hasErrors, problem, type Problem } from '../core/problem.ts';
import { checkText } from '../core/text/check-text.ts';
import { codeNotation } from '../core/text/code-notation.ts';
import { isEmpty, textOf, type Content } from '../core/text/content.ts';
import type { Tuv } from '../core/memory/tu.ts';
import type { ActId, MemoryId, TuId } from '../store/ids.ts';
import type { MemoryAct, StoredTu, UndoneAct, UndoneTus } from '../store/memory-store.ts';
import type { Dependencies } from './dependencies.ts';
import { takeTurns } from './in-turns.ts';

/** null where the memory has it not. */
export async function findTu(
  { store }: Pick<Dependencies, 'store'>,
  memory: MemoryId,
  id: TuId,
): Promise<StoredTu | null> {
  const tu = await store.memories.findTu(id);
  return tu?.memory === memory ? tu : null;
}

export interface EditTuInput {
  readonly memory: MemoryId;
  readonly id: TuId;
  /** In the order of the variants, in the notation of codes: as the person saw them, and as they are to be. */
  readonly seen: readonly string[];
  readonly texts: readonly string[];
  readonly author: string;
}

export type EditTuResult =
  | { readonly kind: 'edited' | 'same' }
  | { readonly kind: 'refused'; readonly problems: readonly Problem[] }
  /** Somebody changed it since. */
  | { readonly kind: 'conflict'; readonly current: StoredTu }
  | { readonly kind: 'not-found' };

export async function editTu(deps: Dependencies, input: EditTuInput): Promise<EditTuResult> {
  const { memory, id, author } = input;
  const was = await findTu(deps, memory, id);
  if (was === null) return { kind: 'not-found' };
  const notation = codeNotation(was.variants.map(({ content }) => content));
  const shown = was.variants.map(({ content }) => inOneBreak(notation.write(content)));
  if (shown.join('\0') !== input.seen.map(inOneBreak).join('\0')) return { kind: 'conflict', current: was };
  const problems: Problem[] = [];
  const variants = was.variants.map((variant, at): Tuv => {
    const text = inOneBreak(input.texts[at] ?? '');
    if (text === shown[at]) return variant;
    const read = notation.read(text);
    if (read.kind === 'unknown-code') {
      problems.push(problem('code-number-unknown', null, { code: read.code }));
      return variant;
    }
    problems.push(...problemsOf(read.content));
    return { ...variant, content: read.content };
  });
  if (hasErrors(problems)) return { kind: 'refused', problems };
  if (variants.every((variant, at) => variant === was.variants[at])) return { kind: 'same' };
  const act = await deps.store.memories.startAct({ memory, kind: 'edited', author, at: deps.now() });
  if (act === null) return { kind: 'not-found' };
  const becomes = { ...was, variants, changedBy: author, changedAt: deps.now() };
  if ((await deps.store.memories.changeTus(act, [{ was, becomes }])) === 1) return { kind: 'edited' };
  const current = await findTu(deps, memory, id);
  return current === null ? { kind: 'not-found' } : { kind: 'conflict', current };
}

function problemsOf(content: Content): readonly Problem[] {
  return isEmpty(content) || textOf(content).trim() === ''
    ? [problem('unit-text-empty')]
    : checkText(content);
}

/** Browsers send every line break as CR LF. */
function inOneBreak(text: string): string {
  return text.replace(/\r\n?/gu, '\n');
}

/** Gives how many were there. */
export async function deleteTus(
  deps: Dependencies,
  memory: MemoryId,
  ids: readonly TuId[],
  author: string,
): Promise<number> {
  const found = await Promise.all(ids.map((id) => findTu(deps, memory, id)));
  const there = found.filter((tu) => tu !== null);
  if (there.length === 0) return 0;
  const act = await deps.store.memories.startAct({ memory, kind: 'deleted', author, at: deps.now() });
  if (act === null) return 0;
  return deps.store.memories.changeTus(
    act,
    there.map((was) => ({ was, becomes: null })),
  );
}

/** Newest first. */
export function listActs(
  deps: Dependencies,
  memory: MemoryId,
  before: ActId | null,
  limit: number,
): Promise<readonly MemoryAct[]> {
  return deps.store.memories.listActs(memory, before, limit);
}

/** null where the memory has no such act. */
export async function findAct(deps: Dependencies, memory: MemoryId, id: ActId): Promise<MemoryAct | null> {
  const act = await deps.store.memories.findAct(id);
  return act?.memory === memory ? act : null;
}

/**
 * Takes an act back, in batches between which others have their turn; `tell` hears how far it is. What is left of one
 * that a crash cut short is taken back when it is asked for again. null where it was taken back already.
 */
export async function undoAct(
  { store, now }: Pick<Dependencies, 'store' | 'now'>,
  id: ActId,
  tell: (soFar: UndoneAct) => void = () => undefined,
): Promise<UndoneAct | null> {
  let [restored, left] = [0, 0];
  for (let after: TuId | null = null; ;) {
    const some: UndoneTus | null = await store.memories.undoTus(id, now(), after);
    if (some === null && after === null) return null;
    restored += some?.restored ?? 0;
    left += some?.left ?? 0;
    // Somebody else may have come to its end.
    if (some === null || some.next === null) return { restored, left };
    tell({ restored, left });
    after = some.next;
    await takeTurns();
  }
}
