/** Termbases of a workbench: files in and out, what checks and exports make of them, names. */
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import type { DocumentId, ProjectId, TermbaseId } from '../../server/store/ids.ts';
import { checkDocument } from '../../server/usecases/check-document.ts';
import { exportTerms } from '../../server/usecases/export-terms.ts';
import { exportXliff } from '../../server/usecases/export-xliff.ts';
import { findProjectNames } from '../../server/usecases/find-names.ts';
import { importDocument } from '../../server/usecases/import-document.ts';
import { importTerms } from '../../server/usecases/import-terms.ts';
import { allConcepts, termsOfProject } from '../../server/usecases/project-terms.ts';
import { openWorkbench, tag, type Workbench } from '../support/workbench.ts';

let bench: Workbench;
let project: ProjectId;
let document: DocumentId;
let termbase: TermbaseId;
let number = 0;

const TEXT = 'Trade unions met Emma Goldman.\n\nIt was Goldman who spoke of mutual aid.\n';

beforeAll(async () => {
  bench = await openWorkbench({});
  const result = await importDocument(bench.usecases, {
    projectName: '',
    fileName: 'a.txt',
    bytes: new TextEncoder().encode(TEXT),
    sourceLanguage: tag('en'),
    targetLanguages: [tag('fa')],
    granularity: 'sentence',
    switches: {},
    author: '',
  });
  if (result.kind !== 'imported') throw new Error(JSON.stringify(result.problems));
  ({ project, document } = result);
});
afterAll(() => bench.close());

beforeEach(async () => {
  number += 1;
  const made = await bench.usecases.store.terms.createTermbase(`t${number}`, 1);
  if (made === null) throw new Error('taken');
  termbase = made;
  await bench.usecases.store.terms.setProjectTermbases(project, [{ termbase, writable: true }]);
});

async function take(text: string, fileName = 'a.csv') {
  return importTerms(bench.usecases, {
    ...{ termbase, author: 'م', fileName, bytes: new TextEncoder().encode(text) },
    ...{ sourceLanguage: tag('en'), targetLanguage: tag('fa') },
  });
}

async function termsThere(): Promise<readonly string[]> {
  const all: string[] = [];
  for await (const { terms } of allConcepts(bench.usecases.store, termbase))
    all.push(terms.map(({ text, status }) => `${text}/${status}`).join(' '));
  return all.sort();
}

it('joins what a list has to what is there, and says nothing new twice', async () => {
  expect(await take('en,fa\nfile,پرونده\n')).toMatchObject({
    kind: 'imported',
    added: 1,
    changed: 0,
    same: 0,
  });
  expect(await take('en,fa\nfile,پرونده\n')).toMatchObject({ added: 0, changed: 0, same: 1 });
  expect(await take('en,fa\nfile,فایل\nstate,دولت\n')).toMatchObject({ added: 1, changed: 1, same: 0 });
  expect(await termsThere()).toEqual([
    'file/preferred پرونده/preferred فایل/admitted',
    'state/preferred دولت/preferred',
  ]);
});

it('takes a concept with an id for the one that is there, but not for another thing', async () => {
  await take('id,language,term,status\n1,en,file,\n1,fa,پرونده,\n');
  await take('id,language,term,status\n1,en,file,\n1,fa,فایل,forbidden\n');
  expect(await termsThere()).toEqual(['file/preferred فایل/forbidden']);
  expect(await take('id,language,term\n1,en,state\n')).toMatchObject({ added: 1, changed: 0 });
  expect(await termsThere()).toEqual(['file/preferred فایل/forbidden', 'state/preferred']);
});

it('takes more than one text may hold, and refuses a text that is too long', async () => {
  const notes = Array.from({ length: 30 }, (_, at) => `term ${at},واژهٔ ${at},${'x'.repeat(9_000)}\n`);
  expect(await take(`en,fa,note\n${notes.join('')}`)).toMatchObject({ kind: 'imported', added: 30 });
  const long = `${'word '.repeat(30_000)},واژه\n`;
  expect(await take(`en,fa\n${long}${long}`)).toMatchObject({
    kind: 'refused',
    problems: [{ code: 'text-too-long' }],
  });
});

it('refuses what is no termbase', async () => {
  expect(await take('prose', 'a.txt')).toMatchObject({
    kind: 'refused',
    problems: [{ code: 'terms-unknown' }],
  });
  expect(await take('<html/>', 'a.tbx')).toMatchObject({
    kind: 'refused',
    problems: [{ code: 'terms-not-tbx' }],
  });
});

it.each(['tbx', 'csv', 'omegat'])('gives as %s what comes back to the same terms', async (format) => {
  await take('en,fa,note\nfile,پرونده,n & m\nmutual aid,همیاری,\n');
  const before = await termsThere();
  const languages = { sourceLanguage: tag('en'), targetLanguage: tag('fa') };
  const out = await exportTerms(bench.usecases, { termbase, format, ...languages });
  if (out.kind !== 'exported') throw new Error(out.kind);
  expect(out.problems).toEqual([]);
  await bench.usecases.store.terms.deleteTermbase(termbase);
  termbase = (await bench.usecases.store.terms.createTermbase(`back ${format}`, 1))!;
  await take(new TextDecoder().decode(out.bytes), out.fileName);
  expect(await termsThere()).toEqual(before);
});

it('keeps the terms of a project until its termbase changes', async () => {
  const { store } = bench.usecases;
  await take('en,fa\nfile,پرونده\n');
  const first = await termsOfProject(store, project);
  expect(await termsOfProject(store, project)).toBe(first);
  await take('en,fa\nstate,دولت\n');
  expect((await termsOfProject(store, project)).concepts).toHaveLength(2);
});

it('checks translations by them, and gives them to other tools', async () => {
  await take('en,fa\ntrade union,اتحادیهٔ کارگری\nmutual aid,همیاری\n');
  const { store } = bench.usecases;
  const [first] = (await store.listSegments(document, tag('fa'), {}, 0, 10)).segments;
  await store.saveTarget({
    ...{
      segment: first!.key,
      language: tag('fa'),
      base: 0,
      target: ['سندیکاها آمدند.'],
      state: 'translated',
    },
    ...{ subState: null, author: '', at: 1, origin: { kind: 'typed' } },
  });
  const checks = await checkDocument(bench.usecases, document, tag('fa'));
  expect(checks?.found.flatMap(({ findings }) => findings.map(({ check }) => check))).toEqual([
    'term-missing',
  ]);
  const out = await exportXliff(bench.usecases, document, tag('fa'), '2.1', {
    ...{ matches: false, history: false, findings: null },
  });
  const text = out.kind === 'exported' ? new TextDecoder().decode(out.bytes) : '';
  expect(text).toContain('<mrk id="recto-term-1" type="term">Trade unions</mrk>');
  expect(text).toContain('<gls:term>trade union</gls:term>');
  expect(text.match(/<gls:glossEntry /gu)).toHaveLength(2);
});

it('finds the names of a project and what is agreed about them', async () => {
  await take('id,language,term,name\n1,en,Emma Goldman,yes\n1,fa,اما گلدمن,yes\n');
  const names = await findProjectNames(bench.usecases, project, tag('fa'));
  expect(names?.map(({ name, count, concept }) => [name, count, concept?.id])).toEqual([
    ['Emma Goldman', 2, '1'],
  ]);
  expect(names?.[0]?.places.map(({ segment }) => segment.segment)).toHaveLength(2);
});
