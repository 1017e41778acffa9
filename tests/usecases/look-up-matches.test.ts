/** What memories offer, through a real store: scores, penalties of memories, order, duplicates; concordance. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { NO_CONTEXT, type Tu } from '../../server/core/memory/tu.ts';
import { offersFor } from '../../server/core/memory/offer-match.ts';
import { textOf } from '../../server/core/text/content.ts';
import type { LanguageTag } from '../../server/core/text/language.ts';
import type { MemoryId } from '../../server/store/ids.ts';
import type { Dependencies } from '../../server/usecases/dependencies.ts';
import { lookUpMatches, type LookUpQuestion } from '../../server/usecases/look-up-matches.ts';
import { searchMemories } from '../../server/usecases/search-memories.ts';
import { importDocument } from '../../server/usecases/import-document.ts';
import { corpusFile, hasCorpus } from '../support/corpus.ts';
import { tuOf } from '../support/tus.ts';
import { openUsecases, tag } from '../support/workbench.ts';

const [en, fa, my] = [tag('en'), tag('fa'), tag('my')];

const tu = (source: string, target: string, more: Partial<Tu> = {}): Tu =>
  tuOf({ en: source, [/[\u1000-\u109f]/u.test(target) ? 'my' : 'fa']: target }, more);

let deps: Dependencies;
let own: MemoryId;
let other: MemoryId;

async function memoryOf(name: string, tus: readonly Tu[]): Promise<MemoryId> {
  const id = await deps.store.memories.createMemory(name, 0);
  if (id === null) throw new Error(name);
  await deps.store.memories.addTus(id, tus);
  return id;
}

beforeAll(async () => {
  deps = await openUsecases();
  own = await memoryOf('own', [
    tu('Open the file', 'پرونده را باز کن'),
    tu('Open the files', 'پرونده‌ها را باز کن'),
    tu('Open the old file', 'پروندهٔ قدیمی را باز کن'),
    tu('Page 3 of 10', 'صفحهٔ ۳ از ۱۰'),
    tu('Open the file', 'ဖိုင်ကို ဖွင့်ပါ'),
  ]);
  other = await memoryOf('other', [
    tu('Open the file', 'پرونده را باز کن'),
    tu('Open the file', 'فایل را باز کن', { context: { previous: 'a', next: 'b', id: null } }),
    tu('open the file!', 'باز کن!'),
  ]);
});
afterAll(() => deps.store.close());

async function lookUp(source: string, more: Partial<LookUpQuestion> = {}): Promise<readonly string[]> {
  const found = await lookUpMatches(deps, {
    memories: [
      { memory: own, penalty: 0 },
      { memory: other, penalty: 0 },
    ],
    sourceLanguage: en,
    targetLanguage: fa,
    source: [source],
    context: NO_CONTEXT,
    minimum: 70,
    limit: 500,
    once: 'target',
    ...more,
  });
  return found.map(
    ({ score, target, tu: { memory } }) => `${score} ${textOf(target)} ${memory === own ? 'own' : 'other'}`,
  );
}

describe('matches', () => {
  it('come best first, each translation once, of the memory that comes first', async () => {
    expect(await lookUp('Open the file')).toEqual([
      '100 پرونده را باز کن own',
      '100 فایل را باز کن other',
      '99 باز کن! other',
      '75 پروندهٔ قدیمی را باز کن own',
    ]);
  });

  it('of each memory, for programs', async () => {
    expect(await lookUp('Open the file', { once: 'pair', minimum: 100 })).toEqual([
      '100 پرونده را باز کن own',
      '100 فایل را باز کن other',
    ]);
    expect(await lookUp('Open the file', { minimum: 50 })).toHaveLength(5);
  });

  it('lose the points of their memory, and are hidden below the minimum', async () => {
    const memories = [
      { memory: own, penalty: 10 },
      { memory: other, penalty: 0 },
    ];
    expect(await lookUp('Open the file', { memories })).toEqual([
      '100 فایل را باز کن other',
      '100 پرونده را باز کن other',
      '99 باز کن! other',
    ]);
  });

  it('know their context', async () => {
    const found = await lookUp('Open the file', {
      context: { previous: 'a', next: 'b', id: null },
      limit: 1,
    });
    expect(found).toEqual(['101 فایل را باز کن other']);
  });

  it('have the numbers of the segment', async () => {
    expect(await lookUp('Page 4 of 12')).toEqual(['99 صفحهٔ ۴ از ۱۲ own']);
  });

  it('serve the other direction and other languages', async () => {
    expect(await lookUp('صفحهٔ ٤ از ۱۰', { sourceLanguage: fa, targetLanguage: en })).toEqual([
      '99 Page 4 of 10 own',
    ]);
    expect(await lookUp('Open the file', { targetLanguage: my })).toEqual(['100 ဖိုင်ကို ဖွင့်ပါ own']);
    expect(await lookUp('ဖိုင်ကို ဖွင့်ပါ', { sourceLanguage: my, targetLanguage: en })).toEqual([
      '100 Open the file own',
    ]);
  });
});

it('the segment’s own entry is no match for it, and hides no other', async () => {
  const imported = await importDocument(deps, {
    projectName: '',
    fileName: 'a.txt',
    bytes: new TextEncoder().encode('Mutual aid.\n'),
    sourceLanguage: en,
    targetLanguages: [fa],
    granularity: 'sentence',
    switches: {},
    author: '',
  });
  if (imported.kind !== 'imported') throw new Error(imported.kind);
  const [segment] = (await deps.store.listSegments(imported.document, fa, {}, 0, 1)).segments;
  const remembered = { language: fa, version: 1 };
  await deps.store.memories.rememberSegment(own, segment!.key, remembered, tu('Mutual aid.', 'همیاری.'));
  await deps.store.memories.addTus(other, [tu('Mutual aid!', 'همیاری.')]);
  expect(await lookUp('Mutual aid.')).toEqual(['100 همیاری. own']);
  expect(await lookUp('Mutual aid.', { except: segment!.key })).toEqual(['99 همیاری. other']);
});

describe.runIf(hasCorpus())('in published pairs, every match is found that there is', () => {
  it.each([
    ['fa', en, fa],
    ['fa', fa, en],
    ['my', my, en],
  ] as const)('of en–%s, asked in %s', async (language, from, to: LanguageTag) => {
    const lines = corpusFile(`parallel/tm-en-${language}.jsonl`).toString('utf8').trim().split('\n');
    const pairs = lines
      .filter((_, index) => index % 8 === 0)
      .map((line) => JSON.parse(line) as Record<string, string>)
      .map((pair) => tu(pair['en'] ?? '', pair[language] ?? ''));
    const tus = pairs.map((pair) => ({
      ...pair,
      variants: [pair.variants[0]!, { ...pair.variants[1]!, language: tag(language) }],
    }));
    const memory = await memoryOf(`${from} to ${to}`, tus);
    const sourceOf = (each: Tu): string =>
      textOf(each.variants.find((variant) => variant.language === from)!.content);
    let matches = 0;
    for (const [index, asked] of tus.filter((_, place) => place % 40 === 0).entries()) {
      const words = sourceOf(asked).split(' ');
      if (index % 3 === 1) words.splice(words.length >> 1, 1);
      if (index % 3 === 2) words.splice(words.length >> 1, 0, words[0] ?? '');
      const question = { source: [words.join(' ')], context: NO_CONTEXT, minimum: 70 };
      const found = await lookUpMatches(deps, {
        ...question,
        memories: [{ memory, penalty: 0 }],
        sourceLanguage: from,
        targetLanguage: to,
        limit: 500,
        once: 'pair',
      });
      const offer = offersFor({ ...question, now: 0 });
      const expected = tus.flatMap((each) => {
        const match = offer({ tu: each, source: [sourceOf(each)], target: [''], penalty: 0 });
        return match === null ? [] : [`${match.score} ${sourceOf(each)}`];
      });
      if (expected.length >= 500) continue;
      matches += expected.length;
      expect(new Set(found.map(({ score, source }) => `${score} ${textOf(source)}`))).toEqual(
        new Set(expected),
      );
    }
    expect(matches).toBeGreaterThan(25);
  });
});

describe('concordance', () => {
  it.each([
    ['source', 'FILE', false, ['Open the [file]', 'Open the [file]s', 'Open the old [file]']],
    ['source', 'file', true, ['Open the [file]', 'Open the old [file]']],
    ['target', 'پرونده‌ها', false, ['[پرونده‌ها] را باز کن']],
    ['target', 'قديمي', false, ['پروندهٔ [قدیمی] را باز کن']],
    ['source', 'nothing', false, []],
  ] as const)('in the %s: %s, whole words %s', async (side, text, wholeWord, expected) => {
    const found = await searchMemories(deps, {
      memories: [own],
      text,
      sourceLanguage: en,
      targetLanguage: fa,
      side,
      wholeWord,
      limit: 100,
    });
    const marked = found.map(({ source, target, spans }) => {
      const plain = textOf((side === 'source' ? source : target).content);
      return spans.reduceRight(
        (all, { start, end }) => `${all.slice(0, start)}[${all.slice(start, end)}]${all.slice(end)}`,
        plain,
      );
    });
    expect(marked).toEqual(expected);
  });
});
