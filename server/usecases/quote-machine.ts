/** What it would cost to have a machine translate what is empty in a document: nothing is sent for that. */
import type { Problem } from '../core/problem.ts';
import type { LanguageTag } from '../core/text/language.ts';
import type { Project } from '../store/project.ts';
import type { StoredDocument } from '../store/segment.ts';
import type { Dependencies } from './dependencies.ts';
import {
  problemsOf,
  sendsContext,
  showMachineSettings,
  type ShownMachineSettings,
} from './machine-settings.ts';
import { machineWork, sameQuestion } from './machine-work.ts';

/** Milliseconds: a page waits no longer for look-ups; the rest is counted as if no memory had it. */
const LOOK_UPS = 3_000;

export type MachineQuote =
  | { readonly kind: 'off' }
  | { readonly kind: 'refused'; readonly problems: readonly Problem[] }
  | {
      readonly kind: 'quoted';
      readonly settings: ShownMachineSettings;
      /** What stands around each segment is sent too. */
      readonly context: boolean;
      /** Segments to be filled, and how many of them say what another one says: those are not sent again. */
      readonly segments: number;
      readonly repeated: number;
      readonly characters: number;
      /** In the money of the price; null where the project names none. */
      readonly cost: number | null;
      /** Segments that are left to the memories. */
      readonly known: number;
      /** Of `segments`, those that there was no time to look up: it can only become less. */
      readonly notLookedUp: number;
    };

export async function quoteMachine(
  deps: Dependencies,
  of: {
    readonly project: Project;
    readonly document: StoredDocument;
    readonly language: LanguageTag;
    readonly minimum: number;
  },
): Promise<MachineQuote> {
  const kept = await deps.store.findMachineSettings(of.project.id);
  const settings = await showMachineSettings(deps, of.project.id);
  if (kept === null || settings === null) return { kind: 'off' };
  const problems = problemsOf(deps, kept);
  if (problems.length > 0) return { kind: 'refused', problems };
  const until = performance.now() + LOOK_UPS;
  const context = sendsContext(settings);
  const { price } = settings;
  const seen = new Set<string>();
  let [segments, characters, known, notLookedUp] = [0, 0, 0, 0];
  for await (const item of machineWork(deps, {
    ...of,
    context,
    hasTime: () => performance.now() < until,
  })) {
    if (item.kind === 'known') known += 1;
    if (item.kind !== 'send') continue;
    segments += 1;
    if (!item.isLookedUp) notLookedUp += 1;
    const question = sameQuestion(item.segment, context);
    if (!seen.has(question)) characters += item.characters;
    seen.add(question);
  }
  const repeated = segments - seen.size;
  const cost = price === null ? null : (characters * price) / 1_000_000;
  return { kind: 'quoted', settings, context, segments, repeated, characters, cost, known, notLookedUp };
}
