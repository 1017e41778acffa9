/** Termbases as such: made, named, deleted. */
import { hasErrors, problem, type Problem } from '../core/problem.ts';
import { checkText } from '../core/text/check-text.ts';
import type { TermbaseId } from '../store/ids.ts';
import type { Termbase } from '../store/term-store.ts';
import type { Dependencies } from './dependencies.ts';

export type NameTermbaseResult =
  | { readonly kind: 'named'; readonly termbase: TermbaseId }
  | { readonly kind: 'refused'; readonly problems: readonly Problem[] }
  | { readonly kind: 'not-found' };

/** By name. */
export function listTermbases(deps: Dependencies): Promise<readonly Termbase[]> {
  return deps.store.terms.listTermbases();
}

/** In alphabetical order. */
export function listDomains(deps: Dependencies, id: TermbaseId): Promise<readonly string[]> {
  return deps.store.terms.listDomains(id);
}

export function findTermbase(deps: Dependencies, id: TermbaseId): Promise<Termbase | null> {
  return deps.store.terms.findTermbase(id);
}

/** Refused where it has no name, or one that is taken. */
export async function createTermbase(deps: Dependencies, name: string): Promise<NameTermbaseResult> {
  const problems = problemsOf(name);
  if (hasErrors(problems)) return { kind: 'refused', problems };
  const termbase = await deps.store.terms.createTermbase(name, deps.now());
  return termbase === null ? taken(name) : { kind: 'named', termbase };
}

export async function renameTermbase(
  deps: Dependencies,
  id: TermbaseId,
  name: string,
): Promise<NameTermbaseResult> {
  const problems = problemsOf(name);
  if (hasErrors(problems)) return { kind: 'refused', problems };
  if (await deps.store.terms.renameTermbase(id, name)) return { kind: 'named', termbase: id };
  return (await deps.store.terms.findTermbase(id)) === null ? { kind: 'not-found' } : taken(name);
}

/** With all its concepts; false where it was not there. */
export function deleteTermbase(deps: Dependencies, id: TermbaseId): Promise<boolean> {
  return deps.store.terms.deleteTermbase(id);
}

function problemsOf(name: string): readonly Problem[] {
  return name === '' ? [problem('termbase-unnamed')] : checkText([name]);
}

function taken(name: string): NameTermbaseResult {
  return { kind: 'refused', problems: [problem('termbase-name-taken', null, { name })] };
}
