/** Memories follow targets, whoever changes them and in whatever way. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openSqliteStore } from '../../server/store/sqlite/open.ts';
import type { DocumentId } from '../../server/store/ids.ts';
import type { StoredSegment } from '../../server/store/segment.ts';
import type { StoredTu } from '../../server/store/memory-store.ts';
import { textOf } from '../../server/core/text/content.ts';
import type { Dependencies } from '../../server/usecases/dependencies.ts';
import { findMatches } from '../../server/usecases/find-matches.ts';
import { joinSegments } from '../../server/usecases/join-segments.ts';
import { withLivingMemory } from '../../server/usecases/living-memory.ts';
import { revertTarget } from '../../server/usecases/revert-target.ts';
import { saveTarget } from '../../server/usecases/save-target.ts';
import { splitSegment } from '../../server/usecases/split-segment.ts';
import { undoResegmentation } from '../../server/usecases/undo-resegmentation.ts';
import { allSegments } from '../support/store-samples.ts';
import { typeTarget } from '../support/translating.ts';
import { importSample, openUsecases, tag } from '../support/workbench.ts';

const fa = tag('fa');
const TEXT = 'The lamp burned. Nobody came.\n\nShe read the letter. It said little.\n';

let deps: Dependencies;
let document: DocumentId;

beforeEach(async () => {
  deps = await openUsecases();
  document = await importSample(deps, { fileName: 'lamp.txt', text: TEXT });
});
afterEach(() => deps.store.close());

async function segments(): Promise<readonly StoredSegment[]> {
  return allSegments(deps.store, document, fa);
}

async function segmentAt(position: number): Promise<StoredSegment> {
  const found = (await segments())[position - 1];
  if (found === undefined) throw new Error(`no segment ${position}`);
  return found;
}

const save = (position: number, text: string, state: 'initial' | 'translated' = 'translated') =>
  typeTarget(deps, document, fa, { position, text, state });

/** All of the project's own memory. */
async function entries(): Promise<readonly StoredTu[]> {
  const memory = await deps.store.memories.findMemoryNamed('The lamp');
  return memory === null ? [] : deps.store.memories.listTus(memory.id, null, 1_000);
}

async function pairs(): Promise<readonly string[]> {
  return (await entries())
    .map(({ variants }) => variants.map(({ content }) => textOf(content)).join(' = '))
    .sort();
}

describe('a confirmed segment', () => {
  it('is in the memory of its project at once, with who, when, where and its surroundings', async () => {
    await save(2, 'کسی نیامد.');
    const [entry] = await entries();
    const { key, current } = await segmentAt(2);
    expect(entry).toMatchObject({
      segment: key,
      kind: 'human',
      createdBy: 'Zahra',
      changedBy: 'Zahra',
      changedAt: current!.at,
      document: 'lamp.txt',
      context: { previous: 'The lamp burned.', next: 'She read the letter.', id: null },
      properties: [{ type: 'x-state', text: 'translated', language: 'fa' }],
    });
    expect(await pairs()).toEqual(['Nobody came. = کسی نیامد.']);
  });

  it('is found for an equal one, and never for itself', async () => {
    await save(2, 'کسی نیامد.');
    const other = await importSample(deps, { name: 'Other', fileName: 'b.txt', text: 'Nobody came.' });
    const memory = await deps.store.memories.findMemoryNamed('The lamp');
    const { project } = (await deps.store.findDocument(other))!;
    await deps.store.memories.setProjectMemories(project, [
      { memory: memory!.id, penalty: 0, writable: false },
    ]);
    const [segment] = await allSegments(deps.store, other, fa);
    const found = await findMatches(deps, segment!.key, fa);
    expect(found).toMatchObject([{ score: 100, target: ['کسی نیامد.'], memory: 'The lamp' }]);
    expect(await findMatches(deps, (await segmentAt(2)).key, fa)).toEqual([]);
  });

  it('replaces its own entry when it is corrected, and leaves when it is a draft again or emptied', async () => {
    await save(1, 'چراغ می‌سوخت.');
    await save(2, 'کسی نیامد.');
    await save(1, 'چراغ روشن بود.');
    expect(await pairs()).toEqual(['Nobody came. = کسی نیامد.', 'The lamp burned. = چراغ روشن بود.']);
    await save(1, 'چراغ', 'initial');
    expect(await pairs()).toEqual(['Nobody came. = کسی نیامد.']);
    await save(2, '', 'initial');
    expect(await pairs()).toEqual([]);
    await save(2, 'کسی نیامد.');
    expect(await pairs()).toEqual(['Nobody came. = کسی نیامد.']);
  });

  it('says again what an earlier version said when it is brought back', async () => {
    await save(1, 'چراغ می‌سوخت.');
    await save(1, 'چراغ روشن بود.');
    const { key } = await segmentAt(1);
    await revertTarget(deps, { segment: key, language: fa, base: 2, to: 1, author: 'Omid' });
    expect(await pairs()).toEqual(['The lamp burned. = چراغ می‌سوخت.']);
    expect(await entries()).toMatchObject([{ createdBy: 'Zahra', changedBy: 'Omid' }]);
  });
});

describe('a change of segmentation', () => {
  it('leaves no half segment in the memory, and undoing it brings everything back', async () => {
    for (const [index, text] of ['یک.', 'دو.', 'سه.', 'چهار.'].entries()) await save(index + 1, text);
    const before = await pairs();
    const [first, second] = [await segmentAt(1), await segmentAt(2)];
    const joined = await joinSegments(deps, {
      segment: first.key,
      language: fa,
      base: 1,
      next: second.key,
      nextBase: 1,
      author: 'Zahra',
    });
    expect(joined.kind).toBe('resegmented');
    expect(await pairs()).toEqual(
      [
        ...before.filter((each) => !/lamp|Nobody/u.test(each)),
        'The lamp burned. Nobody came. = یک. دو.',
      ].sort(),
    );
    const third = (await entries()).find(({ segment }) => segment !== first.key && segment !== second.key);
    expect(third?.context.previous).toBe('The lamp burned. Nobody came.');
    if (joined.kind !== 'resegmented') return;
    const undo = { segment: first.key, language: fa, id: joined.done.id, author: 'Zahra' };
    expect((await undoResegmentation(deps, undo)).kind).toBe('resegmented');
    expect(await pairs()).toEqual(before);
  });

  it('takes a translation that was cut out of the memory until it is confirmed again', async () => {
    await save(1, 'چراغ می‌سوخت.');
    const { key } = await segmentAt(1);
    const cut = await splitSegment(deps, {
      segment: key,
      language: fa,
      base: 1,
      source: 8,
      target: 5,
      author: '',
    });
    expect(cut.kind).toBe('resegmented');
    const states = (await segments()).slice(0, 2).map(({ current }) => current?.state);
    expect((await pairs()).length).toBe(
      states.filter((state) => state !== undefined && state !== 'initial').length,
    );
    expect((await pairs()).join()).not.toContain('The lamp burned.');
  });
});

describe('the memory of a project', () => {
  it('is not made again for a project that does without', async () => {
    await save(1, 'یک.');
    const { project } = (await deps.store.findDocument(document))!;
    await deps.store.memories.setProjectMemories(project, []);
    await save(2, 'دو.');
    expect(await deps.store.memories.listMemories()).toHaveLength(1);
    expect(await pairs()).toHaveLength(1);
  });

  it('is brought in step at the next start after a crash between a save and its entry', async () => {
    const raw = await openSqliteStore(':memory:');
    const crashing: Dependencies = { ...deps, store: raw };
    const other = await importSample(crashing, { fileName: 'lamp.txt', text: TEXT });
    const all = await allSegments(raw, other, fa);
    for (const { key } of all) {
      const input = { segment: key, language: fa, base: 0, author: '', state: 'translated' } as const;
      await saveTarget(crashing, { ...input, target: ['متن'], origin: { kind: 'typed' } });
    }
    expect(await raw.memories.listMemories()).toEqual([]);
    const failed: unknown[] = [];
    const { store, followed } = withLivingMemory({
      store: raw,
      now: Date.now,
      failed: (error) => failed.push(error),
    });
    await followed();
    expect(failed).toEqual([]);
    const [memory] = await store.memories.listMemories();
    expect(memory).toMatchObject({ name: 'The lamp', tus: 4 });
    expect(await store.living.listDue(null, 10)).toEqual([]);
    await store.close();
  });
});
