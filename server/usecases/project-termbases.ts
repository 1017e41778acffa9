/** The termbases that a project uses, in their order; terms that are added while translating go into the first writable one. */
import type { ProjectId, TermbaseId } from '../store/ids.ts';
import type { ProjectTermbase, Termbase } from '../store/term-store.ts';
import type { Dependencies } from './dependencies.ts';

export interface UsedTermbase extends ProjectTermbase {
  readonly details: Termbase;
}

export interface ProjectTermbases {
  /** In the order of their use. */
  readonly used: readonly UsedTermbase[];
  /** By name. */
  readonly others: readonly Termbase[];
}

export async function listProjectTermbases(
  deps: Dependencies,
  project: ProjectId,
): Promise<ProjectTermbases> {
  const [all, used] = await Promise.all([
    deps.store.terms.listTermbases(),
    deps.store.terms.listProjectTermbases(project),
  ]);
  const byId = new Map(all.map((each) => [each.id, each]));
  return {
    used: used.flatMap((each) => {
      const details = byId.get(each.termbase);
      return details === undefined ? [] : [{ ...each, details }];
    }),
    others: all.filter(({ id }) => used.every(({ termbase }) => termbase !== id)),
  };
}

/** False where there is no such project. A termbase that is named twice stands where it is named first. */
export async function setProjectTermbases(
  deps: Dependencies,
  project: ProjectId,
  termbases: readonly ProjectTermbase[],
): Promise<boolean> {
  if ((await deps.store.findProject(project)) === null) return false;
  const once = termbases.filter(
    ({ termbase }, index) => termbases.findIndex((each) => each.termbase === termbase) === index,
  );
  await deps.store.terms.setProjectTermbases(project, once);
  return true;
}

/**
 * Where terms that are added in the project go: its first writable termbase, or where it has none, one of its own that is
 * made now. null where there is no such project.
 */
export async function writableTermbase(deps: Dependencies, project: ProjectId): Promise<TermbaseId | null> {
  const found = await deps.store.findProject(project);
  if (found === null) return null;
  const used = await deps.store.terms.listProjectTermbases(project);
  const writable = used.find((each) => each.writable);
  if (writable !== undefined) return writable.termbase;
  const termbase = await createNamed(deps, found.name);
  await deps.store.terms.setProjectTermbases(project, [...used, { termbase, writable: true }]);
  return termbase;
}

/** By the name, or with a number behind it where that is taken. */
async function createNamed(deps: Dependencies, name: string): Promise<TermbaseId> {
  for (let number = 1; ; number += 1) {
    const tried = number === 1 ? name : `${name} (${number})`;
    const id = await deps.store.terms.createTermbase(tried, deps.now());
    if (id !== null) return id;
  }
}
