/** What a file allows and asks for, heeded wherever a target comes in: in the editor, by apply, in the receipt. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DocumentId } from '../../server/store/ids.ts';
import type { StoredSegment } from '../../server/store/segment.ts';
import { applyTargets } from '../../server/usecases/apply-targets.ts';
import { importDocument } from '../../server/usecases/import-document.ts';
import { previewImport } from '../../server/usecases/preview-import.ts';
import { saveTarget } from '../../server/usecases/save-target.ts';
import type { Content } from '../../server/core/text/content.ts';
import type { State } from '../../server/core/document/state.ts';
import { openWorkbench, tag, type Workbench } from '../support/workbench.ts';

const XLIFF = `<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.1" srcLang="en" trgLang="fa" xmlns:slr="urn:oasis:names:tc:xliff:sizerestriction:2.0" xmlns:val="urn:oasis:names:tc:xliff:validation:2.0">
<file id="f"><slr:profiles generalProfile="xliff:codepoints"/>
<unit id="1" slr:sizeRestriction="6"><val:validation><val:rule endsWith="."/></val:validation><segment><source>Hi <ph id="1" canDelete="no"/> <ph id="2" canCopy="no"/>.</source></segment></unit>
</file></xliff>`;
const ph = (id: string): Content[number] => ({ code: 'standalone', id, equiv: '', text: '' });
const LONG: Content = ['بسیار دراز', ph('1'), ph('2')];
const GOOD: Content = ['خوب', ph('1'), ph('2'), '.'];

let bench: Workbench;
let document: DocumentId;
beforeAll(async () => {
  bench = await openWorkbench({});
  const file = { projectName: '', fileName: 'a.xlf', bytes: new TextEncoder().encode(XLIFF) };
  const result = await importDocument(bench.usecases, {
    ...file,
    sourceLanguage: tag('en'),
    targetLanguages: [tag('fa')],
    granularity: 'sentence',
    switches: {},
    author: 'م',
  });
  if (result.kind !== 'imported') throw new Error(result.kind);
  document = result.document;
});
afterAll(() => bench.close());

async function segment(): Promise<StoredSegment> {
  return (await bench.usecases.store.listSegments(document, tag('fa'), {}, 0, 1)).segments[0]!;
}

async function save(target: Content, state: State): Promise<string> {
  const { key, current } = await segment();
  const result = await saveTarget(bench.usecases, {
    segment: key,
    language: tag('fa'),
    base: current?.version ?? 0,
    target,
    state,
    author: 'م',
    origin: { kind: 'typed' },
  });
  const problems = 'problems' in result ? result.problems.map(({ code }) => code) : [];
  return [result.kind, ...problems].join(' ');
}

function apply(target: Content, state: State): readonly string[] {
  const targets = JSON.stringify({ '1': [{ target, state }] });
  const file = { fileName: 'a.xlf', bytes: new TextEncoder().encode(XLIFF), sourceLanguage: tag('en') };
  return applyTargets(bench.usecases, { ...file, targets }).problems.map(({ code }) => code);
}

describe('a target', () => {
  it.each<readonly [string, Content, State, string]>([
    ['as the file asks', GOOD, 'translated', 'saved'],
    ['too long and with another end', LONG, 'translated', 'saved rule-not-met text-over-limit'],
    ['a draft that lacks a code', ['خوب.', ph('2')], 'initial', 'saved code-missing'],
    ['a translation that lacks one', ['خوب.', ph('2')], 'translated', 'refused code-not-deletable'],
    [
      'a code that may not be copied',
      [...GOOD.slice(0, -1), ph('2'), '.'],
      'initial',
      'refused code-duplicate',
    ],
  ])('%s', async (_, target, state, expected) => {
    expect(await save(target, state)).toBe(expected);
    expect(apply(target, state)).toEqual(expected.split(' ').slice(1));
  });

  it('with a code once more keeps both, each under an id of its own', async () => {
    expect(await save(['خوب', ph('1'), ph('1'), ph('2'), '.'], 'translated')).toBe('saved');
    const kept = (await segment()).current?.target ?? [];
    expect(kept.map((part) => (typeof part === 'string' ? part : part.id))).toEqual([
      'خوب',
      '1',
      '1-2',
      '2',
      '.',
    ]);
    expect(await save(kept, 'reviewed')).toBe('saved');
  });

  it('that a file brings is let in, and the receipt says what is amiss', async () => {
    const back = XLIFF.replace('</source>', '</source><target>بسیار دراز<ph id="2" canCopy="no"/></target>');
    const preview = await previewImport(bench.usecases, {
      document,
      language: tag('fa'),
      fileName: 'b.xlf',
      author: 'x',
      bytes: new TextEncoder().encode(back.replace('<segment>', '<segment state="translated">')),
    });
    if (preview.kind !== 'preview') throw new Error(preview.kind);
    expect(preview.receipt.rows[0]?.problems.map(({ code }) => code)).toEqual([
      'code-missing',
      'code-missing',
      'rule-not-met',
      'text-over-limit',
    ]);
    expect(preview.receipt.rows[0]?.taking).not.toBe('never');
  });
});
