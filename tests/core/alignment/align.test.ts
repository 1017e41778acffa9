/**
 * Alignment keeps every segment, in order, whatever the texts; finds the links of published translations; and is not
 * lost where sentences were left out or run together.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { align, MOST_SEGMENTS } from '../../../server/core/alignment/align.ts';
import { linksCover, placeLinks, type Link } from '../../../server/core/alignment/link.ts';
import type { BlockRole, Side } from '../../../server/core/alignment/side.ts';
import { segmentId, unitId } from '../../../server/core/document/ids.ts';
import { segmentText } from '../../../server/core/text/segmentation/segmenter.ts';
import { corpusJson, hasCorpus } from '../../support/corpus.ts';
import { tag } from '../../support/workbench.ts';

/** A text of a gold alignment: segments with what they are pieces of share its number. */
interface Piece {
  readonly text: string;
  readonly of: readonly number[];
  readonly paragraph: number;
  readonly role?: BlockRole;
}

function side(language: string, pieces: readonly Piece[]): Side {
  return {
    language: tag(language),
    segments: pieces.map(({ text, paragraph, role = 'paragraph' }, index) => ({
      content: [text],
      unit: unitId(`u${paragraph}`),
      segment: segmentId(`s${index}`),
      paragraph,
      role,
      before: ' ',
    })),
  };
}

function linksOf(source: Side, target: Side): readonly Link[] {
  const result = align(source, target);
  if (result.kind !== 'aligned') throw new Error('refused');
  return result.links;
}

/** Links whose two sides are of the very same pieces, and all. */
function judge(
  languages: readonly [string, string],
  source: readonly Piece[],
  target: readonly Piece[],
): { readonly right: number; readonly links: number } {
  const links = linksOf(side(languages[0], source), side(languages[1], target));
  const pieces = (all: readonly Piece[], from: number, count: number): string =>
    [...new Set(all.slice(from, from + count).flatMap(({ of }) => of))].sort((a, b) => a - b).join();
  const known = (all: readonly Piece[]): ReadonlySet<number> => new Set(all.flatMap(({ of }) => of));
  const [inSource, inTarget] = [known(source), known(target)];
  const right = placeLinks(links).filter((link) => {
    const left = pieces(source, link.sourceStart, link.source);
    const other = pieces(target, link.targetStart, link.target);
    // A piece that was left out of one side belongs to no link of both.
    if (left === '') return other.split(',').every((id) => !inSource.has(Number(id)));
    if (other === '') return left.split(',').every((id) => !inTarget.has(Number(id)));
    return left === other;
  });
  return { right: right.length, links: links.length };
}

const texts = fc.array(
  fc.record({
    text: fc.oneof(
      fc.string({ unit: 'binary', maxLength: 40 }),
      fc.constantFrom('', '…', '***', 'Chapter 1', '۱۲', 'a'.repeat(3000), 'Is it so?', '၁။ ဟုတ်ကဲ့။'),
    ),
    opens: fc.boolean(),
  }),
  { maxLength: 25 },
);

function sideOfTexts(language: string, all: readonly { text: string; opens: boolean }[]): Side {
  let paragraph = 0;
  return side(
    language,
    all.map(({ text, opens }) => ({ text, of: [], paragraph: opens ? (paragraph += 1) : paragraph })),
  );
}

describe('whatever the texts', () => {
  it('every segment of both sides stands in one link, in order', () => {
    fc.assert(
      fc.property(texts, texts, (a, b) => {
        const [source, target] = [sideOfTexts('en', a), sideOfTexts('my', b)];
        const links = linksOf(source, target);
        expect(linksCover(links, a.length, b.length)).toBe(true);
        for (const { confidence } of links) expect(confidence).toBeGreaterThanOrEqual(0);
        for (const { confidence } of links) expect(confidence).toBeLessThanOrEqual(1);
      }),
      { numRuns: 60 },
    );
  });

  it('a text beside itself is linked one to one', () => {
    const lines = Array.from(
      { length: 60 },
      (_, index) => `Line ${index * 7} of ${'many '.repeat(index % 9)}words.`,
    );
    const own = side(
      'en',
      lines.map((text, index) => ({ text, of: [index], paragraph: index })),
    );
    expect(linksOf(own, own).every(({ source, target }) => source === 1 && target === 1)).toBe(true);
  });

  it('refuses what would be too large', () => {
    const one = { text: 'a', of: [], paragraph: 0 };
    const large = side(
      'en',
      Array.from({ length: MOST_SEGMENTS + 1 }, () => one),
    );
    expect(align(large, side('fa', [one]))).toMatchObject({ problems: [{ code: 'alignment-too-large' }] });
  });
});

describe.runIf(hasCorpus())('the Universal Declaration', () => {
  const LANGUAGES = ['fa', 'my', 'ar', 'ur'] as const;
  const rows = (language: string): readonly Readonly<Record<string, string>>[] =>
    z.array(z.record(z.string(), z.string())).parse(corpusJson(`parallel/udhr-en-${language}.json`));
  const blocks = (language: string, of: string, isFlat: boolean): readonly Piece[] =>
    rows(language).map((row, index) => ({
      text: row[of]!,
      of: [index],
      paragraph: isFlat ? 0 : index,
      role: isFlat ? 'paragraph' : row['kind'] === 'h2' ? 'heading-2' : 'paragraph',
    }));

  it.each(LANGUAGES)('en–%s, block by block: at least 98 of 100 links are right', (language) => {
    const { right, links } = judge(
      ['en', language],
      blocks(language, 'en', false),
      blocks(language, language, false),
    );
    expect(right / links).toBeGreaterThanOrEqual(0.98);
  });

  it.each(['fa', 'my', 'ur'])('en–%s without any structure: at least 98 of 100', (language) => {
    const { right, links } = judge(
      ['en', language],
      blocks(language, 'en', true),
      blocks(language, language, true),
    );
    expect(right / links).toBeGreaterThanOrEqual(0.98);
  });

  it.each(LANGUAGES)('en–%s, joined and cut by our segmenter: at least 96 of 100', (language) => {
    const cut = (of: string): readonly Piece[] => {
      let text = '';
      const ends = rows(language).map((row) => (text += `${row[of]!.trim()}\n\n`).length);
      return segmentText(text, { language: tag(of) }).map(({ start, end }) => {
        const piece = ends.findIndex((each) => start < each);
        return { text: text.slice(start, end), of: [piece], paragraph: piece };
      });
    };
    const { right, links } = judge(['en', language], cut('en'), cut(language));
    expect(right / links).toBeGreaterThanOrEqual(0.96);
  });

  it.each(LANGUAGES)('en–%s, run together without blank lines: at least 95 of 100', (language) => {
    const cut = (of: string): readonly Piece[] => {
      let text = '';
      const ends = rows(language).map((row) => (text += `${row[of]!.trim()} `).length);
      return segmentText(text, { language: tag(of) }).map(({ start, end }) => ({
        text: text.slice(start, end),
        // A segment may reach over the ends of blocks: a heading has no full stop.
        of: ends.flatMap((last, piece) => (start < last - 1 && end > (ends[piece - 1] ?? 0) ? [piece] : [])),
        paragraph: 0,
      }));
    };
    const { right, links } = judge(['en', language], cut('en'), cut(language));
    expect(right / links).toBeGreaterThanOrEqual(0.95);
  });

  it.each(LANGUAGES)('en–%s with blocks left out and run together', (language) => {
    const all = blocks(language, language, true);
    // Every seventeenth is left out, every nineteenth run together with the one before it.
    const spoilt: Piece[] = [];
    all.forEach((piece, index) => {
      if (index % 17 === 5) return;
      const before = spoilt.at(-1);
      if (index % 19 !== 7 || before === undefined) spoilt.push(piece);
      else
        spoilt[spoilt.length - 1] = {
          ...before,
          text: `${before.text} ${piece.text}`,
          of: [...before.of, ...piece.of],
        };
    });
    const { right, links } = judge(['en', language], blocks(language, 'en', true), spoilt);
    expect(right / links).toBeGreaterThanOrEqual(0.9);
  });
});
