/**
 * Generated edits of real and of made files, judged by tokens of our own: outside of the edited unit no character
 * differs; in it nothing but the target that was set, states, and the notes that were added.
 */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { STATES } from '../../../server/core/document/state.ts';
import { segmentsOf, type Note, type Segment, type Unit } from '../../../server/core/document/unit.ts';
import type { SegmentUpdate } from '../../../server/core/document/update.ts';
import { codesOf, normalizeContent, textOf, type Content } from '../../../server/core/text/content.ts';
import { lengthOf } from '../../../server/core/text/edit-content.ts';
import { UNDETERMINED } from '../../../server/core/text/language.ts';
import type { BilingualFormat } from '../../../server/formats/format.ts';
import { xliff12 } from '../../../server/formats/xliff12/index.ts';
import { xliff2 } from '../../../server/formats/xliff2/index.ts';
import { corpusFile, corpusJson, hasCorpus } from '../../support/corpus.ts';
import { untouchable } from '../../support/xml-tokens.ts';
import { decodeXml, ownElements, readableText, unitsOf } from '../../support/xml-units.ts';
import { documents, language, readOptions, skeletonOf } from './documents.ts';

const nobodySaid = { targetLanguage: UNDETERMINED };

const TEXTS = [
  'می‌رود، «کتاب‌ها» ۱۲۳',
  'မြန်မာစာ။ ကျွန်ုပ်၏',
  'a < b && c > d ]]> "q" \'q\' &amp; <ph id="9"/>',
  '  two  spaces\tand a tab\nand a line ',
  '\u2067rtl\u2069 \u200f\u200e\ufeff',
  '😀👩‍👩‍👧 e\u0301 \u{10FFFD}',
  '\r carriage \u0085 \u2028',
  '\u0001 \ufffe',
  '<!-- no comment --> <?no pi?> <![CDATA[ no data',
  '',
];

/** What somebody does to a segment: texts put between its codes, some of which are left out or move. */
interface Edit {
  readonly texts: readonly string[];
  readonly codes: 'kept' | 'none' | 'without-one' | 'moved' | 'reversed' | 'doubled';
  readonly at: number;
  readonly from: 'source' | 'target';
  readonly state: Segment['state'] | undefined;
  readonly note: Note | undefined;
}

const edits: fc.Arbitrary<Edit> = fc.record({
  texts: fc.array(fc.oneof(fc.constantFrom(...TEXTS), fc.string({ unit: 'binary', maxLength: 6 })), {
    minLength: 1,
    maxLength: 4,
  }),
  codes: fc.oneof(
    { weight: 4, arbitrary: fc.constant('kept' as const) },
    fc.constantFrom('none' as const, 'without-one' as const, 'moved' as const, 'reversed' as const),
    fc.constant('doubled' as const),
  ),
  at: fc.nat(1000),
  from: fc.constantFrom('source' as const, 'target' as const),
  state: fc.option(fc.constantFrom(...STATES), { nil: undefined }),
  note: fc.option(
    fc.record({ text: fc.constant('ADDED-NOTE سلام < & "'), priority: fc.integer({ min: 1, max: 10 }) }),
    { nil: undefined },
  ),
});

function edited(segment: Segment, { texts, codes: what, at, from }: Edit): Content {
  const all = codesOf((from === 'target' ? segment.target : null) ?? segment.source);
  const place = all.length === 0 ? 0 : at % all.length;
  const gone = all[place]?.id;
  const codes = {
    kept: all,
    none: [],
    'without-one': all.filter((code) => code.id !== gone),
    moved: [...all.slice(place), ...all.slice(0, place)],
    reversed: [...all].reverse(),
    doubled: [...all, ...all],
  }[what];
  const content = codes.flatMap((code, index) => [texts[index % texts.length] ?? '', code]);
  return normalizeContent([...content, texts.at(-1) ?? '']);
}

/** Flags of CAT tools, which are kept in step with the state; the words of the README of XLIFF 1.2. */
const FLAGS =
  /\s(?:conf|mq:status|m:confirmed|translation_status|state-qualifier)\s*=\s*(?:"[^"]*"|'[^']*')/gu;
/** A note that was added, with the white space before it and a `notes` element that it alone stands in. */
const NOTE = /\s*<(?:[\w-]+:)?note\b[^>]*>ADDED-NOTE[^<]*<\/[^>]*note>/gu;
const EMPTY_NOTES = /<(?:[\w-]+:)?notes\b[^>]*>\s*<\/[^>]*notes>/gu;

function rest(unit: string, spaced: boolean): readonly string[] {
  const plain = unit.replace(NOTE, '').replace(EMPTY_NOTES, '');
  return untouchable(plain, spaced).map((token) =>
    token.startsWith('<') ? token.replace(FLAGS, '') : token,
  );
}

/** Inner markup of each segment's target; null where there is none. */
function targetsOf(unit: string, segments: readonly Segment[]): readonly (string | null)[] {
  const marks = (inner: string): readonly string[] =>
    [...inner.matchAll(/<(?:[\w-]+:)?mrk\b[^>]*\bmtype\s*=\s*["']seg["'][^>]*>/gu)].map(([tag]) => tag);
  const targets = ownElements(unit, 'target');
  if (/^<(?:[\w-]+:)?unit\b/u.test(unit)) {
    const held = ownElements(unit, 'source').filter(({ parent }) => parent === 'segment');
    if (held.length !== segments.length) return [];
    return held.map(({ part }) => targets.find((each) => each.part === part)?.inner ?? null);
  }
  const [target] = targets;
  if (segments.length !== 1 || target === undefined || marks(target.inner).length > 0) return [];
  return [target.inner];
}

interface Judged {
  readonly accepted: boolean;
  /** Whether the text could be told by tokens alone. */
  readonly told: boolean;
}

/** One edit of one segment; throws where anything else changed. */
function judge(format: BilingualFormat, bytes: Uint8Array, which: number, edit: Edit): Judged {
  const units = format.read(bytes, readOptions).document?.units ?? [];
  const at = which % Math.max(1, units.length);
  const unit = units[at];
  if (unit === undefined || segmentsOf(unit).length === 0) return { accepted: false, told: false };
  const segments = segmentsOf(unit);
  const index = edit.at % segments.length;
  const segment = segments[index]!;
  const target = edited(segment, edit);
  const update: SegmentUpdate = { target, ...(edit.state === undefined ? {} : { state: edit.state }) };
  const updates = segments.map((_, each) => (each === index ? update : {}));
  const notes = edit.note === undefined ? [] : [edit.note];
  const written = format.write(bytes, [{ unit: unit.id, segments: updates, notes }], nobodySaid);
  if (written.problems.length > 0) {
    expect(Buffer.compare(written.bytes!, bytes)).toBe(0);
    return { accepted: false, told: false };
  }
  const [before, after] = [unitsOf(decodeXml(bytes)), unitsOf(decodeXml(written.bytes!))];
  expect(after.around).toEqual(before.around);
  const changed = before.units.flatMap((text, place) => (text === after.units[place] ? [] : [place]));
  expect(changed.length).toBeLessThanOrEqual(1);
  const [place] = changed;
  if (place === undefined) return { accepted: true, told: false };
  const [old, now] = [before.units[place] ?? '', after.units[place] ?? ''];
  const spaced = ownElements(old, 'target').length === ownElements(now, 'target').length;
  expect(rest(now, spaced && notes.length === 0)).toEqual(rest(old, spaced && notes.length === 0));
  expect(now.match(NOTE)?.length ?? 0).toBe(notes.length);
  const [hadTargets, hasTargets] = [targetsOf(old, segments), targetsOf(now, segments)];
  hasTargets.forEach((inner, each) => {
    if (each === index) expect(readableText(inner ?? '')).toBe(textOf(target));
    else expect(inner).toBe(hadTargets[each]);
  });
  return { accepted: true, told: hasTargets.length > 0 };
}

/** One segment cut or two joined: every text stays, and so does all that is in no segment. */
function judgeResegment(format: BilingualFormat, bytes: Uint8Array, which: number, at: number): boolean {
  const units = format.read(bytes, readOptions).document?.units ?? [];
  const unit: Unit | undefined = units[which % Math.max(1, units.length)];
  const segments = unit === undefined ? [] : segmentsOf(unit);
  const index = at % Math.max(1, segments.length);
  const segment = segments[index];
  if (unit === undefined || segment === undefined) return false;
  const position = (content: Content): number => at % (lengthOf(content) + 1);
  const target = segment.target === null ? null : position(segment.target);
  const resegment =
    at % 3 === 0
      ? ({ kind: 'join', segment: index } as const)
      : ({ kind: 'split', segment: index, source: position(segment.source), target } as const);
  const written = format.write(bytes, [{ unit: unit.id, segments: [], resegment }], nobodySaid);
  if (written.problems.length > 0) {
    expect(Buffer.compare(written.bytes!, bytes)).toBe(0);
    return false;
  }
  const [before, after] = [unitsOf(decodeXml(bytes)), unitsOf(decodeXml(written.bytes!))];
  expect(after.around).toEqual(before.around);
  const changed = before.units.flatMap((text, place) => (text === after.units[place] ? [] : [place]));
  expect(changed.length).toBe(1);
  const [old, now] = [before.units[changed[0]!] ?? '', after.units[changed[0]!] ?? ''];
  for (const name of ['source', 'seg-source']) {
    const wholeOf = (text: string) =>
      ownElements(text, name)
        .map(({ inner }) => readableText(inner))
        .join('');
    expect(wholeOf(now)).toBe(wholeOf(old));
  }
  const said = (text: string): string =>
    ownElements(text, 'target').map(({ inner }) => readableText(inner)).join('').replace(/\s/gu, ''); // prettier-ignore
  expect(said(now)).toBe(said(old));
  for (const name of ['note', 'notes', 'originalData', 'alt-trans', 'matches', 'glossary', 'metadata']) {
    const markup = (text: string) => ownElements(text, name).map(({ tag, inner }) => tag + inner);
    expect(markup(now)).toEqual(markup(old));
  }
  return true;
}

const manifest = z.array(z.object({ file: z.string(), wellformed: z.boolean(), dialect: z.string() }));

/** Small enough to be edited many times; not the invalid suite, where a segment may have two sources. */
function corpusSample(): readonly { readonly file: string; readonly bytes: Buffer }[] {
  return manifest
    .parse(corpusJson('xliff/manifest.json'))
    .filter(({ file, wellformed }) => wellformed && !file.startsWith('_oasis-invalid'))
    .map(({ file }) => ({ file, bytes: corpusFile(`xliff/${file}`) }))
    .filter(({ bytes }) => bytes.length < 60_000);
}

function formatOf(bytes: Uint8Array, name: string): BilingualFormat {
  return xliff12.probe(bytes, name) > xliff2.probe(bytes, name) ? xliff12 : xliff2;
}

const files = fc.record({ which: fc.nat(), unit: fc.nat() });

test('an edit of a real file changes what was asked for, and nothing else', () => {
  if (!hasCorpus()) return;
  const sample = corpusSample();
  const counts = { accepted: 0, told: 0, resegmented: 0 };
  fc.assert(
    fc.property(files, edits, fc.nat(), ({ which, unit }, edit, cut) => {
      const { file, bytes } = sample[which % sample.length]!;
      const format = formatOf(bytes, file);
      try {
        const { accepted, told } = judge(format, bytes, unit, edit);
        counts.accepted += Number(accepted);
        counts.told += Number(told);
        counts.resegmented += Number(judgeResegment(format, bytes, unit, cut));
      } catch (error) {
        throw new Error(file, { cause: error });
      }
    }),
    { numRuns: 1200, seed: 23 },
  );
  console.info('XLIFF edits:', counts);
  expect(counts.accepted).toBeGreaterThan(500);
  expect(counts.told).toBeGreaterThan(200);
  expect(counts.resegmented).toBeGreaterThan(50);
});

describe.each([
  ['1.2', xliff12],
  ['2.0', xliff2],
  ['2.2', xliff2],
] as const)('XLIFF %s', (version, format) => {
  test('an edit of a file that we made changes what was asked for, and nothing else', () => {
    let accepted = 0;
    fc.assert(
      fc.property(documents, edits, fc.nat(), fc.nat(), (document, edit, which, cut) => {
        const { bytes } = format.make(document, {
          version,
          sourceLanguage: language('en'),
          targetLanguage: language('fa'),
          fileName: 'a.md',
          skeleton: skeletonOf(document),
          date: '2026-01-02T03:04:05Z',
        });
        accepted += Number(judge(format, bytes!, which, edit).accepted);
        judgeResegment(format, bytes!, which, cut);
      }),
      { numRuns: 300 },
    );
    expect(accepted).toBeGreaterThan(60);
  });
});
