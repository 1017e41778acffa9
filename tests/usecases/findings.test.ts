/**
 * What the checks find goes out as notes, in every profile, or as ITS quality issues where the version has them, and
 * changes nothing else on the way there and back.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { wholeDocument } from '../../server/core/document/flat-units.ts';
import { FINDING_CATEGORY } from '../../server/core/document/finding-note.ts';
import { addedNotes, compareNotes } from '../../server/core/document/receipt/compare-notes.ts';
import type { Note } from '../../server/core/document/unit.ts';
import { hasErrors } from '../../server/core/problem.ts';
import { xliff2 } from '../../server/formats/xliff2/index.ts';
import { allProfiles } from '../../server/formats/registry.ts';
import type { DocumentId } from '../../server/store/ids.ts';
import type { Dependencies } from '../../server/usecases/dependencies.ts';
import { exportXliff } from '../../server/usecases/export-xliff.ts';
import { previewImport } from '../../server/usecases/preview-import.ts';
import { importSample, openUsecases, tag } from '../support/workbench.ts';
import { readOptions } from '../formats/xliff/documents.ts';
import { hasXmllint, schemaErrors, type SchemaVersion } from '../support/xmllint.ts';

let deps: Dependencies;
let document: DocumentId;

beforeAll(async () => {
  deps = await openUsecases();
  document = await importSample(deps, {
    fileName: 'a.txt',
    text: 'It cost 42 coins. Nobody paid.\n\nNobody paid.\n',
  });
  await save(['بهای آن ۴۳ سکه بود.', 'کسی  نپرداخت.', 'هیچ‌کس نپرداخت.']);
});
afterAll(() => deps.store.close());

async function save(targets: readonly string[]): Promise<void> {
  const { segments } = await deps.store.listSegments(document, tag('fa'), {}, 0, 10);
  for (const [index, target] of targets.entries()) {
    const saved = await deps.store.saveTarget({
      segment: segments[index]!.key,
      language: tag('fa'),
      base: 0,
      target: [target],
      state: 'translated',
      subState: null,
      author: '',
      at: 1_000,
      origin: { kind: 'typed' },
    });
    expect(saved.kind).toBe('saved');
  }
}

async function exported(
  profile: string,
  language: 'en' | 'fa' | null,
  findingsAs: 'notes' | 'its' = 'notes',
): Promise<Uint8Array> {
  const findings = language === null ? null : deps.translators(language);
  const choice = { matches: false, history: false, findings, findingsAs };
  const result = await exportXliff(deps, document, tag('fa'), profile, choice);
  if (result.kind !== 'exported') throw new Error(result.kind);
  expect(result.problems).toEqual([]);
  return result.bytes;
}

const isFinding = ({ category }: Note): boolean => category === FINDING_CATEGORY;

describe.each(allProfiles().map((found) => [found.profile.id, found] as const))(
  '%s',
  (id, { format, profile }) => {
    it('tells them as notes, valid, and the text is as without them', async () => {
      const [plain, told] = [await exported(id, null), await exported(id, 'en')];
      const [without, back] = [plain, told].map((bytes) =>
        wholeDocument(format.read(bytes, readOptions).document!),
      );
      const notes = back!.units.flatMap((unit) => unit.notes.filter(isFinding));
      const checks = notes.map(({ text, segment }) => `${/\[(.*)\]$/u.exec(text)?.[1]} ${segment}`);
      expect(checks).toContain('numbers s1');
      expect(notes.every(({ appliesTo, priority }) => appliesTo === 'target' && priority !== undefined)).toBe(
        true,
      );
      const units = back!.units.map((unit) => ({
        ...unit,
        notes: unit.notes.filter((note) => !isFinding(note)),
      }));
      expect(units).toEqual(without!.units);
      expect(hasErrors(format.validate?.(told, { strict: true }) ?? [])).toBe(false);
      if (hasXmllint()) expect(schemaErrors(profile.version as SchemaVersion, [told])).toEqual(['']);
    });
  },
);

it('speaks the language of who exports', async () => {
  expect(new TextDecoder().decode(await exported('2.1', 'fa'))).toMatch(
    /<note [^>]*>[^<a-z]*[\u0600-\u06ff]/u,
  );
});

it('a note that was heeded and taken out is no loss, and none becomes a person’s', () => {
  const finding: Note = { text: 'x [numbers]', category: FINDING_CATEGORY, appliesTo: 'target' };
  const own: Note = { text: 'mind this' };
  expect(compareNotes([finding, own], [own])).toEqual([]);
  expect(addedNotes([own], [finding, own])).toEqual([]);
  expect(compareNotes([own], [{ text: 'x [numbers]' }]).map(({ code }) => code)).toEqual([
    'note-lost',
    'note-added',
  ]);
});

it('a file that comes back without them is not quarantined', async () => {
  const told = new TextDecoder().decode(await exported('2.1', 'en'));
  const back = told
    .replace(/\s*<notes>[^]*?<\/notes>/gu, '')
    .replace('۴۳', '۴۲')
    .replace('کسی  نپرداخت', 'کسی نپرداخت');
  expect(back).not.toBe(told);
  const preview = await previewImport(deps, {
    document,
    language: tag('fa'),
    fileName: 'a.xlf',
    bytes: new TextEncoder().encode(back),
    author: '',
  });
  if (preview.kind !== 'preview') throw new Error(JSON.stringify(preview));
  expect(preview.receipt.reasons).toEqual([]);
  expect(preview.receipt.counts).toMatchObject({ changed: 2, kept: 1, lost: 0 });
});

describe.each(allProfiles().map((found) => [found.profile.id, found] as const))(
  '%s, asked for as ITS quality issues',
  (id, { format, profile }) => {
    it('marks the targets or falls back to notes, valid, and reads as without them', async () => {
      const [plain, told] = [await exported(id, null), await exported(id, 'en', 'its')];
      const text = new TextDecoder().decode(told);
      expect(text.includes('<its:locQualityIssue ')).toBe(id === 'xliff-2.1' || id === 'xliff-2.2');
      expect(text.includes(FINDING_CATEGORY)).toBe(profile.qualityIssues !== true);
      if (profile.qualityIssues === true) {
        expect(text).toMatch(
          /locQualityIssueType="numbers" [^>]*\[numbers\]" locQualityIssueSeverity="\d+"/u,
        );
        expect(text).toMatch(
          /<target><mrk id="(recto-issue-[\d-]+)" type="its:generic" its:locQualityIssuesRef="#its=\1">[^<]*۴۳[^<]*<\/mrk>/u,
        );
        const [without, back] = [plain, told].map((bytes) => format.read(bytes, readOptions).document!.units);
        expect(back).toEqual(without);
      }
      expect(hasErrors(format.validate?.(told, { strict: true }) ?? [])).toBe(false);
      if (hasXmllint()) expect(schemaErrors(profile.version as SchemaVersion, [told])).toEqual(['']);
    });
  },
);

it.each([
  ['as they went', (text: string) => text],
  [
    'without them',
    (text: string) => unmarked(text).replace(/\s*<its:locQualityIssues [^]*?<\/its:locQualityIssues>/gu, ''),
  ],
  ['without the annotations', unmarked],
  [
    'without the lists',
    (text: string) => text.replace(/\s*<its:locQualityIssues [^]*?<\/its:locQualityIssues>/gu, ''),
  ],
  [
    'in halves',
    (text: string) =>
      text.replace(/<mrk (id="([^"]*)"[^>]*)>([^<]*)<\/mrk>/gu, '<sm $1/>$3<em startRef="$2"/>'),
  ],
] as const)('a file with quality issues that comes back %s', async (_how, change) => {
  const told = new TextDecoder().decode(await exported('2.1', 'en', 'its'));
  const bytes = new TextEncoder().encode(change(told));
  const structure = xliff2.compareStructure?.(new TextEncoder().encode(told), bytes);
  expect(structure).toMatchObject({ differences: [], reasons: [], stateLost: [] });
  const preview = await previewImport(deps, {
    document,
    language: tag('fa'),
    fileName: 'a.xlf',
    bytes,
    author: '',
  });
  if (preview.kind !== 'preview') throw new Error(JSON.stringify(preview));
  expect(preview.receipt.reasons).toEqual([]);
  expect(preview.receipt.counts).toMatchObject({ changed: 0, kept: 3, lost: 0 });
});

function unmarked(text: string): string {
  return text.replace(/<mrk id="recto-issue[^>]*>([^<]*)<\/mrk>/gu, '$1');
}
