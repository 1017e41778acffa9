/**
 * Has the project's machine fill what is empty in a document and in no memory, in the background: drafts that are marked as
 * the machine's, one act (filling-act.ts) that is stopped and undone as one. Never sent: locked text, what is not to be
 * translated, more characters than were agreed to. What comes back broken is not kept but listed.
 */
import { problem, type Problem } from '../core/problem.ts';
import { NOBODY_WAITS, type Patience } from '../machine/provider.ts';
import { machineProvider } from '../machine/registry.ts';
import type { DocumentId } from '../store/ids.ts';
import type { Project } from '../store/project.ts';
import type { StoredDocument } from '../store/segment.ts';
import type { Dependencies } from './dependencies.ts';
import { FillingAct, runningAct, type FillingInput } from './filling-act.ts';
import { MachineFiller } from './machine-filler.ts';
import { problemsOf, sendsContext } from './machine-settings.ts';
import { termsFor } from './machine-translate-segment.ts';
import { machineWork } from './machine-work.ts';

/** Milliseconds between two words to the store of how far it is, and two looks whether it is to stop. */
const BEAT = 1_000;
/** Segments that are looked at between two of them, whatever the time. */
const LOOKED = 50;

export interface MachinePretranslateInput extends FillingInput {
  readonly document: DocumentId;
  /** Segments that a memory has with this score are left alone, 50 to 100. */
  readonly minimum: number;
  /** Most characters that are sent: those of the quote that a person saw. */
  readonly limit: number;
  /** NOBODY_WAITS where nothing else is said. */
  readonly patience?: Patience;
}

export type MachinePretranslateResult =
  | { readonly kind: 'begun'; readonly act: string; readonly done: Promise<void> }
  | { readonly kind: 'running'; readonly act: string }
  | { readonly kind: 'refused'; readonly problems: readonly Problem[] }
  | { readonly kind: 'not-found' };

/** Resolves when it has begun; `done` when it has ended, and rejects where the store failed. */
export async function machinePretranslate(
  deps: Dependencies,
  input: MachinePretranslateInput,
): Promise<MachinePretranslateResult> {
  const { store } = deps;
  const document = await store.findDocument(input.document);
  const project = document && (await store.findProject(document.project));
  if (document === null || !project?.targetLanguages.includes(input.language)) return { kind: 'not-found' };
  const settings = await store.findMachineSettings(project.id);
  if (settings === null) return { kind: 'refused', problems: [problem('machine-off')] };
  const problems = problemsOf(deps, settings);
  if (problems.length > 0) return { kind: 'refused', problems };
  const running = await runningAct(deps, input.document, input.language);
  if (running !== null) return { kind: 'running', act: running };
  const act = new FillingAct(deps, { kind: 'machine' }, input, document);
  act.sent = 0;
  await act.begin();
  const context = sendsContext(settings);
  const size = machineProvider(settings.provider)?.batch.texts ?? 1;
  return { kind: 'begun', act: act.id, done: work(deps, input, { project, document, act, context, size }) };
}

interface Run {
  readonly project: Project;
  readonly document: StoredDocument;
  readonly act: FillingAct;
  readonly context: boolean;
  /** Most texts of one request. */
  readonly size: number;
}

async function work(deps: Dependencies, input: MachinePretranslateInput, run: Run): Promise<void> {
  const { act, context, document, project, size } = run;
  const { language } = input;
  const stopping = new AbortController();
  // A request may take minutes: others hear that it lives, and whoever stops it does not wait for its end.
  const beat = setInterval(() => {
    act.tell().then(
      (goesOn) => {
        if (!goesOn) stopping.abort();
      },
      () => {
        stopping.abort();
      },
    );
  }, BEAT);
  try {
    const termsOf = await termsFor(deps, project, language);
    const question = {
      project,
      language,
      termsOf,
      patience: input.patience ?? NOBODY_WAITS,
      signal: stopping.signal,
    };
    const filler = new MachineFiller(deps, act, { ...input, ...question, context, size });
    const items = machineWork(deps, {
      ...question,
      document,
      context,
      minimum: input.minimum,
      hasTime: () => true,
    });
    for await (const item of items) {
      if (stopping.signal.aborted || filler.isOver) break;
      act.looked += 1;
      if (item.kind === 'send') await filler.add(item);
      else if (act.looked % LOOKED === 0 && !(await act.keep([]))) break;
    }
    await filler.finish();
  } finally {
    clearInterval(beat);
  }
  // Also where it was stopped: what came in while that was done is counted, or taken back.
  if (await act.keep([])) await act.end();
}
