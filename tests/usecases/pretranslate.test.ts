/** Documents filled from memories in the background, and equal segments filled when one is confirmed. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { DocumentId } from '../../server/store/ids.ts';
import type { StoredSegment } from '../../server/store/segment.ts';
import type { Dependencies } from '../../server/usecases/dependencies.ts';
import { progressOf, stopFilling } from '../../server/usecases/filling-act.ts';
import { pretranslate } from '../../server/usecases/pretranslate.ts';
import { undoPropagation } from '../../server/usecases/propagate-target.ts';
import { undoImport } from '../../server/usecases/undo-import.ts';
import { allSegments } from '../support/store-samples.ts';
import { targetTexts, teach, typeTarget } from '../support/translating.ts';
import { pair } from '../support/tu-samples.ts';
import { importSample, openUsecases, tag } from '../support/workbench.ts';

const fa = tag('fa');
let deps: Dependencies;
let document: DocumentId;

async function use(...paragraphs: readonly string[]): Promise<void> {
  document = await importSample(deps, { fileName: 'lamp.txt', text: `${paragraphs.join('\n\n')}\n` });
}

beforeEach(async () => {
  deps = await openUsecases();
});
afterEach(() => deps.store.close());

function segments(): Promise<readonly StoredSegment[]> {
  return allSegments(deps.store, document, fa);
}

const texts = (): Promise<readonly string[]> => targetTexts(deps, document, fa);
const save = (position: number, text: string, state: 'initial' | 'translated' = 'translated') =>
  typeTarget(deps, document, fa, { position, text, state });
const know = (pairs: Readonly<Record<string, string>>): Promise<unknown> =>
  teach(
    deps,
    document,
    Object.entries(pairs).map(([source, target]) => pair(source, target)),
  );

async function begin(minimum: number) {
  const begun = await pretranslate(deps, { document, language: fa, minimum, author: 'Omid' });
  if (begun.kind !== 'begun') throw new Error(begun.kind);
  return begun;
}

describe('pre-translation', () => {
  it('fills what is empty with drafts that name score and memory, and is undone as one', async () => {
    await use('The lamp burned.', 'Nobody came.', 'She read it.', 'It was late at night in the old house.');
    await know({
      'The lamp burned.': 'چراغ می‌سوخت.',
      'Nobody came.': 'کسی نیامد.',
      'It was late at night in the new house.': 'در خانهٔ نو دیروقت بود.',
    });
    await save(2, 'هیچ‌کس نیامد.', 'initial');
    const { act, done } = await begin(100);
    await done;
    expect(await texts()).toEqual(['چراغ می‌سوخت.', 'هیچ‌کس نیامد.', '–', '–']);
    expect((await segments())[0]!.current).toMatchObject({
      state: 'initial',
      author: 'Omid',
      origin: { kind: 'pretranslated', score: 100, memory: 'The lamp', import: act },
    });
    const kept = (await deps.store.findImport(act))!;
    expect(kept.details.act).toEqual({ kind: 'pretranslated', minimum: 100 });
    expect(progressOf(kept, deps.now())).toMatchObject({
      by: 'memories',
      status: 'done',
      total: 4,
      looked: 4,
      filled: 1,
    });
    const second = await begin(75);
    await second.done;
    expect(await texts()).toEqual(['چراغ می‌سوخت.', 'هیچ‌کس نیامد.', '–', 'در خانهٔ نو دیروقت بود.']);
    expect((await undoImport(deps, second.act, 'Omid')).kind).toBe('undone');
    expect((await undoImport(deps, act, 'Omid')).kind).toBe('undone');
    expect(await texts()).toEqual(['', 'هیچ‌کس نیامد.', '–', '']);
    const memory = await deps.store.memories.findMemoryNamed('The lamp');
    expect(memory?.tus).toBe(3);
  });

  it('leaves what somebody writes meanwhile, goes on once at a time, and stops when it is told to', async () => {
    const sources = Array.from({ length: 300 }, (_, index) => `Sentence about the number word${index}.`);
    await use(...sources);
    await know(Object.fromEntries(sources.map((source, index) => [source, `جملهٔ ${index}`])));
    const { act, done } = await begin(100);
    const again = await pretranslate(deps, { document, language: fa, minimum: 100, author: '' });
    expect(again).toEqual({ kind: 'running', act });
    await save(250, 'از من', 'initial');
    await save(300, 'از من', 'initial');
    expect(await stopFilling(deps, act, 'Zahra')).toBe(true);
    await done;
    const all = await texts();
    expect([all[249], all[299]]).toEqual(['از من', 'از من']);
    expect(all.filter((text) => text === '–').length).toBeGreaterThan(0);
    const filled = all.filter((text) => text.startsWith('جمله')).length;
    expect(progressOf((await deps.store.findImport(act))!, deps.now())).toMatchObject({
      status: 'done',
      filled,
    });
    expect(await stopFilling(deps, act, 'Zahra')).toBe(false);
    await undoImport(deps, act, 'Zahra');
    expect((await texts()).filter((text) => text.startsWith('جمله'))).toEqual([]);
  });

  it('whose server died is told to have stopped, and what it filled can be undone', async () => {
    await use('The lamp burned.');
    const { act, done } = await begin(100);
    await done;
    const kept = { ...(await deps.store.findImport(act))!, status: 'running' as const };
    expect(progressOf(kept, deps.now() + 60_000)?.status).toBe('stopped');
    expect(progressOf(kept, deps.now())?.status).toBe('running');
  });
});

describe('a confirmed translation', () => {
  it('goes as a draft to empty segments that say the same, follows corrections, and is taken back as one', async () => {
    await use('Nobody came.', 'Nobody came.', 'nobody came.', 'Nobody came.', 'Nobody came.');
    await save(4, 'از کسی', 'initial');
    const first = await save(1, 'کسی نیامد.');
    expect(first.propagated).toBe(2);
    expect(await texts()).toEqual(['کسی نیامد.', 'کسی نیامد.', '–', 'از کسی', 'کسی نیامد.']);
    expect((await segments())[1]!.current).toMatchObject({
      state: 'initial',
      origin: { kind: 'propagated' },
    });
    await save(5, 'کسی نیامد!', 'initial');
    const corrected = await save(1, 'هیچ‌کس نیامد.');
    expect(corrected.propagated).toBe(1);
    expect(await texts()).toEqual(['هیچ‌کس نیامد.', 'هیچ‌کس نیامد.', '–', 'از کسی', 'کسی نیامد!']);
    const { key, version } = corrected;
    expect(await undoPropagation(deps, key, fa, version.version, 'Zahra')).toBe(1);
    expect((await texts())[1]).toBe('کسی نیامد.');
    const memory = await deps.store.memories.findMemoryNamed('The lamp');
    expect(memory?.tus).toBe(1);
  });

  it('goes through the project, or nowhere, where the project wants so', async () => {
    await use('Nobody came.', 'Nobody came.');
    const { project } = (await deps.store.findDocument(document))!;
    await deps.store.living.setPropagation(project, 'off');
    expect((await save(1, 'کسی نیامد.')).propagated).toBe(0);
    await deps.store.living.setPropagation(project, 'project');
    expect((await save(1, 'هیچ‌کس نیامد.')).propagated).toBe(1);
  });
});
