/** What is asked first, because it mostly is so, comes to what comes out otherwise. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  codesOf,
  normalizeContent,
  sameContent,
  type Content,
  type InlineCode,
} from '../../../server/core/text/content.ts';
import type { Unit } from '../../../server/core/document/unit.ts';
import { UNDETERMINED } from '../../../server/core/text/language.ts';
import { xliff12 } from '../../../server/formats/xliff12/index.ts';
import { xliff2 } from '../../../server/formats/xliff2/index.ts';

const code = fc
  .tuple(
    fc.constantFrom('open', 'close', 'standalone', 'marker-open', 'marker-close'),
    fc.constantFrom('1', '2', '3'),
  )
  .map(([kind, id]): InlineCode => {
    const base = { id, equiv: '', text: '' };
    if (kind === 'marker-open') return { ...base, code: 'marker', edge: 'open' };
    if (kind === 'marker-close') return { ...base, code: 'marker', edge: 'close' };
    return { ...base, code: kind === 'open' ? 'open' : kind === 'close' ? 'close' : 'standalone' };
  });
const content: fc.Arbitrary<Content> = fc.array(
  fc.oneof(fc.constantFrom('', 'متن', 'နွေ'), { arbitrary: code, weight: 3 }),
  { maxLength: 9 },
);

/** Markup with a place for each text: elements with ids that several of them may have. */
function nested(pair: string, point: string, halves: readonly [string, string]): fc.Arbitrary<string> {
  const id = fc.constantFrom('1', '2', '3');
  return fc.letrec<{ parts: string }>((tie) => ({
    parts: fc
      .array(
        fc.oneof(
          { depthSize: 'small', withCrossShrink: true },
          fc.constant('%'),
          id.map((each) => `<${point} id="${each}"/>`),
          id.map((each) => `<${halves[0]} id="${each}"/>%<${halves[1]}="${each}"/>`),
          fc.tuple(id, tie('parts')).map(([each, inner]) => `<${pair} id="${each}">${inner}</${pair}>`),
        ),
        { minLength: 1, maxLength: 4 },
      )
      .map((all) => all.join('')),
  })).parts;
}

const fill = (markup: string, text: string): string => markup.replaceAll('%', text);
const MANY = Array.from({ length: 30 }, (_, index) => index + 10);

/** A unit with one segment, and the same with a second segment of more codes than the common case has. */
const versions = [
  {
    version: 'XLIFF 1.2',
    format: xliff12,
    markup: nested('g', 'x', ['bx', 'ex id']),
    file: (source: string, target: string | null, more: boolean): string => {
      const seg = (mid: string, text: string): string => `<mrk mtype="seg" mid="${mid}">${text}</mrk>`;
      const many = more ? seg('b', MANY.map((id) => `<x id="${id}"/>`).join('')) : '';
      const written = target === null ? '' : `<target state="translated">${seg('a', target)}${many}</target>`;
      const segSource = `<seg-source>${seg('a', source)}${many}</seg-source>`;
      return `<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2"><file original="f" source-language="en" datatype="x"><body><trans-unit id="u"><source>x</source>${segSource}${written}</trans-unit></body></file></xliff>`;
    },
    targetIn: /<target[^>]*><mrk mtype="seg" mid="a"[^>]*>(.*?)<\/mrk>/su,
  },
  {
    version: 'XLIFF 2.1',
    format: xliff2,
    markup: nested('pc', 'ph', ['sc', 'ec startRef']),
    file: (source: string, target: string | null, more: boolean): string => {
      const segment = (id: string, of: string, to: string | null): string =>
        `<segment id="${id}"><source>${of}</source>${to === null ? '' : `<target>${to}</target>`}</segment>`;
      const many = MANY.map((id) => `<ph id="${id}"/>`).join('');
      return `<xliff version="2.1" xmlns="urn:oasis:names:tc:xliff:document:2.0" srcLang="en" trgLang="fa"><file id="f"><unit id="u">${segment('a', source, target)}${more ? segment('b', many, many) : ''}</unit></file></xliff>`;
    },
    targetIn: /<target>(.*?)<\/target>/su,
  },
];

for (const { version, format, markup, file, targetIn } of versions) {
  test(`${version}: a few codes as in the source are read and written as many are`, () => {
    const bytesOf = (text: string): Buffer => Buffer.from(text);
    const unitIn = (text: string): Unit | null => format.open?.(bytesOf(text)).file?.unit(0)?.unit ?? null;
    const firstOf = (unit: Unit | null): unknown => unit?.parts.find((part) => part.kind === 'segment');
    let changed = 0;
    fc.assert(
      fc.property(markup, fc.boolean(), fc.boolean(), (inner, hasTarget, asTarget) => {
        const texts = [false, true].map((more) =>
          file(fill(inner, 'a'), hasTarget ? fill(inner, 'ب') : null, more),
        );
        const [few, many] = texts.map(unitIn);
        expect(firstOf(few ?? null)).toEqual(firstOf(many ?? null));
        const results = texts.map((text, more) => {
          const unit = more === 0 ? few : many;
          const segments = (unit?.parts ?? []).filter((part) => part.kind === 'segment');
          const updates = segments.map(({ source, target }, at) =>
            at > 0 ? {} : { target: [...((asTarget ? target : null) ?? source), 'نو'] },
          );
          const asked = unit === null || unit === undefined ? [] : [{ unit: unit.id, segments: updates }];
          const written = format.open?.(bytesOf(text)).file?.write(asked, { targetLanguage: UNDETERMINED });
          const target = targetIn.exec(Buffer.from(written?.bytes ?? []).toString('utf8'))?.[1];
          if (written?.problems.length === 0 && target !== undefined) changed += 1;
          return { target, problems: written?.problems.map(({ code }) => code) };
        });
        expect(results[0]).toEqual(results[1]);
      }),
      { numRuns: 150 },
    );
    expect(changed).toBeGreaterThan(50);
  });
}

test('content is normal where no text is empty and none stands beside another', () => {
  fc.assert(
    fc.property(content, (parts) => {
      const normal = normalizeContent(parts);
      expect(codesOf(normal)).toEqual(codesOf(parts));
      expect(runsOf(normal)).toEqual(runsOf(parts));
      expect(normal.some((part, at) => part === '' || (isText(part) && isText(normal[at + 1])))).toBe(false);
      expect(normalizeContent(normal)).toBe(normal);
      expect(sameContent(parts, normal)).toBe(true);
    }),
  );
});

function isText(part: Content[number] | undefined): boolean {
  return typeof part === 'string';
}

/** The text before the first code, between each two, and behind the last. */
function runsOf(parts: Content): readonly string[] {
  return parts
    .map((part) => (typeof part === 'string' ? part : '\u0000'))
    .join('')
    .split('\u0000');
}
