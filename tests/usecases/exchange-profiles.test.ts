/**
 * Every profile with our own texts, in both target languages, untranslated, half and wholly translated: valid by its
 * schema, read back as it was, and merged to the very document that the same targets give without any XLIFF.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Document } from '../../server/core/document/document.ts';
import { wholeDocument } from '../../server/core/document/flat-units.ts';
import { compareDocuments } from '../../server/core/document/receipt.ts';
import { restoreDocument, skeletonOf } from '../../server/core/document/restore.ts';
import type { Note, Unit, UnitPart } from '../../server/core/document/unit.ts';
import type { FoundProfile } from '../../server/formats/registry.ts';
import { allProfiles, findFormat, findProfile } from '../../server/formats/registry.ts';
import { composeFiles } from '../../server/compose.ts';
import { readConfig } from '../../server/config.ts';
import { mergeFile } from '../../server/usecases/merge-file.ts';
import { readFile } from '../../server/usecases/read-file.ts';
import { updatesOf } from '../../server/usecases/updates-of.ts';
import { projectRoot } from '../support/cli.ts';
import { tag } from '../support/workbench.ts';
import { hasXmllint, schemaErrors, type SchemaVersion } from '../support/xmllint.ts';

const deps = composeFiles(readConfig());
const SHARES = { none: () => false, half: (index: number) => index % 2 === 0, all: () => true } as const;
type Share = keyof typeof SHARES;

interface Sample {
  readonly name: string;
  readonly document: Document;
  readonly original: Uint8Array;
  readonly fileName: string;
}

const SAMPLES: readonly Sample[] = ['interview', 'udhr'].flatMap((text) =>
  ['fa', 'my'].map((language): Sample => {
    const name = `${text}.${language}.xlf`;
    const read = readFile(deps, {
      bytes: readFileSync(join(projectRoot, 'source', text, name)),
      fileName: name,
      sourceLanguage: tag('en'),
    });
    if (read.kind !== 'read') throw new Error(name);
    const { document } = restoreDocument(read.document);
    const { original, fileName } = read.document.skeleton!;
    return { name, document: document!, original, fileName };
  }),
);

/** The document with a share of its targets, and notes of every kind. */
function variant({ document }: Sample, share: Share): Document {
  let at = 0;
  const units = document.units.map((unit, index): Unit => {
    const parts = unit.parts.map((part): UnitPart => {
      if (part.kind === 'ignorable') return share === 'none' ? { ...part, target: null } : part;
      if (SHARES[share](at++)) return part;
      const { kind, id, source, range } = part;
      return { kind, id, source, state: 'initial', target: null, ...(range === undefined ? {} : { range }) };
    });
    const segment = parts.findLast((part) => part.kind === 'segment')?.id;
    const notes: readonly Note[] =
      segment === undefined || index % 3 !== 0
        ? []
        : [
            {
              text: 'یادداشت <b> & «نشان»',
              category: 'translator',
              appliesTo: 'target',
              author: 'مریم',
              segment,
            },
          ];
    return { ...unit, parts, notes: [...unit.notes, ...notes] };
  });
  return { ...document, units };
}

function make({ format, profile }: FoundProfile, sample: Sample, document: Document): Uint8Array {
  const { bytes, problems } = format.make(document, {
    version: profile.version,
    layout: profile.layout,
    sourceLanguage: tag('en'),
    targetLanguage: document.targetLanguage!,
    fileName: sample.fileName,
    skeleton: skeletonOf(document, sample.original, sample.fileName),
    date: '2026-01-02T03:04:05Z',
  });
  expect(problems).toEqual([]);
  return bytes!;
}

/** Notes in any order: those of a flattened unit stand in the order of its segments. */
function notesOf(unit: Unit): readonly string[] {
  return unit.notes.map((note) => JSON.stringify(Object.entries(note).sort())).sort();
}

const found = allProfiles().map((each) => [each.profile.id, each] as const);

describe.each(found)('%s', (_, each) => {
  it.each(['none', 'half', 'all'] as const)('with %s of the targets comes back and is merged', (share) => {
    const files = SAMPLES.map((sample) => {
      const document = variant(sample, share);
      const bytes = make(each, sample, document);
      const read = each.format.read(bytes, {
        sourceLanguage: tag('en'),
        segmenter: deps.segmenter,
        granularity: 'sentence',
        switches: {},
      });
      const back = wholeDocument(read.document!);
      const { counts, rows } = compareDocuments(document, back, {
        cutter: { segmenter: deps.segmenter, language: tag('fa') },
        sent: null,
        structure: null,
      });
      expect(counts.kept, sample.name).toBe(rows.length);
      expect(back.units.map(notesOf)).toEqual(document.units.map(notesOf));
      expect(
        restoreDocument(read.document!).document?.units.map(({ id, parts }) => [id, parts.length]),
      ).toEqual(document.units.map(({ id, parts }) => [id, parts.length]));

      const original = findFormat(document.format);
      if (original?.kind !== 'monolingual') throw new Error(document.format);
      const targetLanguage = document.targetLanguage!;
      const straight = original.write(sample.original, document, updatesOf(document), { targetLanguage });
      const input = { bytes, fileName: 'back.xlf', sourceLanguage: tag('en'), fallback: 'source' } as const;
      const merged = mergeFile(deps, input);
      expect(Buffer.from(merged.bytes!).equals(straight.bytes!), sample.name).toBe(true);
      // The declaration is segmented by its paragraphs, not as it would be read anew.
      if (sample.fileName !== 'interview.md') return bytes;
      const beside = mergeFile(deps, {
        ...input,
        original: { bytes: sample.original, fileName: sample.fileName },
      });
      expect(Buffer.from(beside.bytes!).equals(straight.bytes!), sample.name).toBe(true);
      return bytes;
    });
    if (!hasXmllint()) return;
    const errors = schemaErrors(each.profile.version as SchemaVersion, files);
    expect(errors).toEqual(SAMPLES.map(() => ''));
  });
});

describe('what a profile gives', () => {
  const text = (name: string, share: Share): string => {
    const sample = SAMPLES[0]!;
    return new TextDecoder().decode(make(findProfile(name)!, sample, variant(sample, share)));
  };

  it('is a target everywhere for OmegaT, and none for other tools', () => {
    expect(text('omegat', 'none')).toContain('<target state="needs-translation">');
    for (const name of ['cat', 'poedit', 'flat-2.0', '2.1'])
      expect(text(name, 'none').includes('<target'), name).toBe(false);
  });

  it('is no mrk for tools that know no segments', () => {
    expect(text('cat', 'half')).toContain('<mrk mtype="seg"');
    expect(text('lokalize', 'half')).not.toMatch(/<mrk|seg-source/u);
    expect(text('poedit', 'half')).toMatch(/<trans-unit id="u\d+\.s2"/u);
  });

  it('is found by profile, by tool and by version', () => {
    const names = ['poedit', 'Weblate', 'memoQ', '1.2', '2.0', '2.1', 'xliff-2.2'];
    expect(names.map((name) => findProfile(name)?.profile.id)).toEqual([
      ...['poedit', 'poedit', 'cat', 'omegat', 'xliff-2.0', 'xliff-2.1', 'xliff-2.2'],
    ]);
    expect(findProfile('3.0')).toBeNull();
  });
});
