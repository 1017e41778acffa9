/**
 * Analyses under way on this server, one a project and language: begun by a person, watched by whoever asks, and ended
 * by anybody. What was found is in the store; here is only how far it is.
 */
import type { LanguageTag } from '../core/text/language.ts';
import type { ProjectId } from '../store/ids.ts';
import type { Project } from '../store/project.ts';
import { analyseProject } from '../usecases/analyse-project.ts';
import type { Dependencies } from '../usecases/dependencies.ts';

export interface Analyses {
  /** Nothing where one is under way. */
  begin(project: Project, language: LanguageTag): void;
  /** How many segments were looked at; null where none is under way. */
  lookedAt(project: ProjectId, language: LanguageTag): number | null;
  stop(project: ProjectId, language: LanguageTag): void;
}

/** `failed` hears of an analysis that broke. */
export function createAnalyses(deps: Dependencies, failed: (error: unknown) => void): Analyses {
  const running = new Map<string, { looked: number; readonly stop: AbortController }>();
  const keyOf = (project: ProjectId, language: LanguageTag): string => `${project} ${language}`;
  return {
    begin: (project, language) => {
      const key = keyOf(project.id, language);
      if (running.has(key)) return;
      const state = { looked: 0, stop: new AbortController() };
      running.set(key, state);
      const onProgress = (looked: number): void => {
        state.looked = looked;
      };
      analyseProject(deps, { project, language, onProgress, signal: state.stop.signal })
        .catch(failed)
        .finally(() => running.delete(key));
    },
    lookedAt: (project, language) => running.get(keyOf(project, language))?.looked ?? null,
    stop: (project, language) => {
      running.get(keyOf(project, language))?.stop.abort();
    },
  };
}
