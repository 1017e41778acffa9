/** Files of many tools and of the standard's own suite: read, left alone to the byte, edited in one place. */
import { expect, test } from 'vitest';
import { z } from 'zod';
import { segmentsOf, type Unit } from '../../../server/core/document/unit.ts';
import { equivalentText, normalizeContent } from '../../../server/core/text/content.ts';
import { UNDETERMINED } from '../../../server/core/text/language.ts';
import type { BilingualFormat } from '../../../server/formats/format.ts';
import { workingBytes } from '../../../server/formats/shared/xml/working-bytes.ts';
import { findPlaces } from '../../../server/formats/shared/xliff/places.ts';
import { xliff12Family } from '../../../server/formats/xliff12/family.ts';
import { xliff12 } from '../../../server/formats/xliff12/index.ts';
import { xliff2Family } from '../../../server/formats/xliff2/family.ts';
import { xliff2 } from '../../../server/formats/xliff2/index.ts';
import { corpusFile, corpusJson, hasCorpus } from '../../support/corpus.ts';
import { formErrors, hasXmllint } from '../../support/xmllint.ts';
import { untouchable } from '../../support/xml-tokens.ts';
import { language, readOptions } from './documents.ts';

const manifest = z.array(z.object({ file: z.string(), wellformed: z.boolean(), dialect: z.string() }));
const fa = { targetLanguage: language('fa') };

function formatOf(bytes: Uint8Array, name: string): BilingualFormat {
  return xliff12.probe(bytes, name) > xliff2.probe(bytes, name) ? xliff12 : xliff2;
}

/** The first unit that may be translated and, in it, the first segment. */
function editable(units: readonly Unit[]): { readonly unit: Unit; readonly index: number } | null {
  for (const unit of units) {
    const index = segmentsOf(unit).findIndex((segment) => segment.locked !== true);
    if (unit.translate && index >= 0) return { unit, index };
  }
  return null;
}

/** The text before the unit's element, the element, and the text behind it. */
function pieces(format: BilingualFormat, bytes: Uint8Array, id: string): readonly [string, string, string] {
  const utf8 = workingBytes(bytes).working!.utf8;
  const { places } = findPlaces(utf8, format === xliff12 ? xliff12Family : xliff2Family);
  const { start, end } = places!.units.at(places!.indexOf(id)!)!;
  return [utf8.toString('utf8', 0, start), utf8.toString('utf8', start, end), utf8.toString('utf8', end)];
}

/** A unit that some of its targets were given: but for them and their state, nothing of it is another. */
function onlyTargetsDiffer(before: string, after: string): void {
  const had = before.split('target>').length === after.split('target>').length;
  expect(untouchable(after, had)).toEqual(untouchable(before, had));
}

function others(units: readonly Unit[], unit: Unit): string {
  return JSON.stringify(units.filter((each) => each.id !== unit.id));
}

test('every well-formed file of the corpus is read, kept and edited', () => {
  if (!hasCorpus()) return;
  const counts = { read: 0, kept: 0, edited: 0, confined: 0, wellFormed: 0, units: 0, without: 0 };
  const edits: { readonly file: string; readonly bytes: Uint8Array }[] = [];
  for (const { file, wellformed } of manifest.parse(corpusJson('xliff/manifest.json'))) {
    const bytes = corpusFile(`xliff/${file}`);
    const format = formatOf(bytes, file);
    const { document, problems } = format.read(bytes, readOptions);
    const same = format.write(bytes, [], fa);
    if (!wellformed && document === null) {
      expect(problems.length, file).toBeGreaterThan(0);
      continue;
    }
    expect(document, `${file} ${JSON.stringify(problems)}`).not.toBeNull();
    counts.read += 1;
    counts.units += document!.units.length;
    expect(Buffer.from(same.bytes!).equals(bytes), file).toBe(true);
    counts.kept += 1;
    const found = editable(document!.units);
    if (found === null) {
      counts.without += 1;
      continue;
    }
    const { unit, index } = found;
    const segments = segmentsOf(unit);
    const target = normalizeContent(['«\u200f', ...(segments[index]?.source ?? []), ' می‌رود » & <']);
    const { state, subState } = segments[index]!;
    // Nothing but the text is asked for.
    const update = { target, state, ...(subState === undefined ? {} : { subState }) };
    const updates = segments.map((_, at) => (at === index ? update : {}));
    const nobodySaid = { targetLanguage: UNDETERMINED };
    const edited = format.write(bytes, [{ unit: unit.id, segments: updates }], nobodySaid);
    expect(edited.problems, file).toEqual([]);
    const back = format.read(edited.bytes!, readOptions).document!;
    const after = back.units.find((each) => each.id === unit.id)!;
    expect(equivalentText(segmentsOf(after)[index]?.target ?? []), file).toBe(equivalentText(target));
    expect(others(back.units, unit), file).toBe(others(document!.units, unit));
    expect(
      segmentsOf(after).map((each) => each.source),
      file,
    ).toEqual(segments.map((each) => each.source));
    if (segments.every((each) => each.target !== null)) {
      expect(
        segmentsOf(after)
          .map((each) => each.target)
          .filter((_, at) => at !== index),
        file,
      ).toEqual(segments.map((each) => each.target).filter((_, at) => at !== index));
    }
    counts.edited += 1;
    const [head, inner, tail] = pieces(format, bytes, unit.id);
    const [headAfter, innerAfter, tailAfter] = pieces(format, edited.bytes!, unit.id);
    expect(headAfter, file).toBe(head);
    expect(tailAfter, file).toBe(tail);
    onlyTargetsDiffer(inner, innerAfter);
    counts.confined += 1;
    if (wellformed) edits.push({ file, bytes: edited.bytes! });
  }
  if (hasXmllint()) {
    const errors = formErrors(edits.map((edit) => edit.bytes));
    expect(errors.map((error, index) => error && `${edits[index]?.file}: ${error}`).filter(Boolean)).toEqual(
      [],
    );
    counts.wellFormed = errors.length;
  }
  console.info('XLIFF corpus:', counts);
  expect(counts.edited).toBeGreaterThan(330);
});
