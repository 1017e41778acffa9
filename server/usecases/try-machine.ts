/** Asks a project's machine for one word in each language, so that a person sees that it answers. */
import { problem, type Problem } from '../core/problem.ts';
import { textOf } from '../core/text/content.ts';
import { languageName, type LanguageTag } from '../core/text/language.ts';
import { SOMEBODY_WAITS } from '../machine/provider.ts';
import { machineProvider } from '../machine/registry.ts';
import type { Project } from '../store/project.ts';
import type { Dependencies } from './dependencies.ts';
import { problemsOf } from './machine-settings.ts';
import { whyUnfit } from './offer-machine-translations.ts';

export interface Trial {
  readonly translations: readonly { readonly language: LanguageTag; readonly text: string }[];
  readonly problems: readonly Problem[];
}

export async function tryMachine(deps: Dependencies, project: Project, signal: AbortSignal): Promise<Trial> {
  const settings = await deps.store.findMachineSettings(project.id);
  const provider = settings === null ? null : machineProvider(settings.provider);
  if (settings === null || provider === null) return { translations: [], problems: [problem('machine-off')] };
  const wrong = problemsOf(deps, settings);
  if (wrong.length > 0) return { translations: [], problems: wrong };
  // Nothing of the project's own texts: the name of the source language in itself.
  const sample = languageName(project.sourceLanguage);
  const translations: { language: LanguageTag; text: string }[] = [];
  const problems: Problem[] = [];
  for (const language of project.targetLanguages) {
    const texts = [{ source: [sample], previous: '', next: '', terms: [] }];
    const request = { sourceLanguage: project.sourceLanguage, targetLanguage: language, texts };
    const result = await provider.translate(request, settings, {
      send: deps.send,
      patience: SOMEBODY_WAITS,
      signal,
    });
    const answer = result.kind === 'failed' ? [] : (result.offers[0]?.target ?? []);
    const why = result.kind === 'failed' ? result.problem : whyUnfit([sample], answer);
    if (why === null) translations.push({ language, text: textOf(answer) });
    else problems.push(why);
  }
  return { translations, problems };
}
