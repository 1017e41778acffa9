/** How quick the embedded store is: saves one after another and fifty at once, a page, a book in and out. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { segmentId, unitId } from '../../server/core/document/ids.ts';
import type { Unit } from '../../server/core/document/unit.ts';
import { parseLanguageTag, type LanguageTag } from '../../server/core/text/language.ts';
import { openSqliteStore } from '../../server/store/sqlite/open.ts';
import type { DocumentId, SegmentKey } from '../../server/store/ids.ts';
import type { NewProject } from '../../server/store/project.ts';
import type { NewDocument, Save } from '../../server/store/segment.ts';
import type { Store } from '../../server/store/store.ts';

const SEGMENTS = 10_000;
const SAVES = 2000;
const AT_ONCE = 50;

/** One figure: what, how much, of what unit. */
export interface Figure {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
}

const en = language('en');
const fa = language('fa');

export const BENCH_PROJECT: NewProject = {
  name: 'bench',
  sourceLanguage: en,
  targetLanguages: [fa],
  author: '',
  licence: '',
  origin: '',
  workId: '',
  createdAt: 1,
};

function language(text: string): LanguageTag {
  const tag = parseLanguageTag(text);
  if (tag === null) throw new Error(text);
  return tag;
}

/** Measures on a database of its own in the system's folder for temporary files. */
export async function benchStore(): Promise<readonly Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'recto-bench-'));
  const store = await openSqliteStore(join(folder, 'recto.sqlite'));
  try {
    return await measure(store);
  } finally {
    await store.close();
    rmSync(folder, { recursive: true });
  }
}

async function measure(store: Store): Promise<readonly Figure[]> {
  const project = await store.createProject(BENCH_PROJECT);
  const figures: Figure[] = [];
  const started = performance.now();
  const document = await store.addDocument(project, book());
  figures.push(figure(`add a document of ${SEGMENTS} segments`, performance.now() - started, 'ms'));

  const { segments } = await store.listSegments(document, fa, {}, 0, 500);
  const keys = segments.map(({ key }) => key);
  figures.push(await saves(store, keys, 1));
  figures.push(await saves(store, keys, AT_ONCE));
  figures.push(...(await pages(store, document)));

  const reading = performance.now();
  await store.readDocument(document, fa);
  figures.push(figure(`read a document of ${SEGMENTS} segments`, performance.now() - reading, 'ms'));
  return figures;
}

async function saves(store: Store, keys: readonly SegmentKey[], atOnce: number): Promise<Figure> {
  const bases = new Map<SegmentKey, number>();
  for (const key of keys) {
    const [newest] = await store.listVersions(key, fa);
    bases.set(key, newest?.version ?? 0);
  }
  const started = performance.now();
  for (let done = 0; done < SAVES; done += atOnce) {
    const group = Array.from({ length: atOnce }, (_, n) => keys[(done + n) % keys.length]);
    await Promise.all(
      group.map(async (key) => {
        if (key === undefined) return;
        const base = bases.get(key) ?? 0;
        bases.set(key, base + 1);
        const result = await store.saveTarget(saveOf(key, base));
        if (result.kind !== 'saved') throw new Error(result.kind);
      }),
    );
  }
  return figure(`saves, ${atOnce} at once`, (SAVES * 1000) / (performance.now() - started), 'a second');
}

async function pages(store: Store, document: DocumentId): Promise<readonly Figure[]> {
  const times = new Map<string, number[]>([
    ['a page of 50', []],
    ['a page of 50 with a text that is rare', []],
    ['the next translated segment', []],
  ]);
  for (let round = 0; round < 200; round += 1) {
    const after = (round * 7919) % (SEGMENTS - 50);
    const works = [
      () => store.listSegments(document, fa, {}, after, 50),
      () => store.listSegments(document, fa, { text: 'sentence 9999' }, 0, 50),
      () => store.nextSegment(document, fa, after, ['translated']),
    ];
    for (const [index, work] of works.entries()) {
      const started = performance.now();
      await work();
      [...times.values()][index]?.push(performance.now() - started);
    }
  }
  return [...times].map(([name, all]) =>
    figure(`${name}, median`, all.sort((a, b) => a - b)[100] ?? 0, 'ms'),
  );
}

export function saveOf(segment: SegmentKey, base: number): Save {
  return {
    segment,
    language: fa,
    base,
    target: [`این جملهٔ ${base} از مزرعه است.`],
    state: 'translated',
    subState: null,
    author: 'bench',
    at: base,
    origin: { kind: 'typed' },
  };
}

export function book(): NewDocument {
  const units = Array.from({ length: SEGMENTS }, (_, index): Unit => {
    const source = [`This is sentence ${index} of a book about a farm by the river, neither long nor short.`];
    const segment = { kind: 'segment', id: segmentId('1'), state: 'initial', source, target: null } as const;
    const names = { id: unitId(`u${index}`), file: '', name: '' };
    return { ...names, translate: true, canResegment: true, notes: [], parts: [segment] };
  });
  return {
    fileName: 'book.txt',
    original: new Uint8Array(1_000_000),
    document: {
      format: 'text',
      variant: '',
      sourceLanguage: en,
      targetLanguage: null,
      units,
      outline: [],
      skeleton: null,
    },
    words: units.map(() => 16),
    createdAt: 1,
  };
}

function figure(name: string, value: number, unit: string): Figure {
  return { name, value: Math.round(value * 100) / 100, unit };
}
