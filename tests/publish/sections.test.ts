import { describe, expect, it } from 'vitest';
import type { Block } from '../../server/core/document/block.ts';
import { buildEdition } from '../../server/core/publish/build-edition.ts';
import type { Edition } from '../../server/core/publish/edition.ts';
import { headingAnchors, sectionsOf, type Section } from '../../server/publish/shared/sections.ts';
import { detailsFor, libraryDocument, plainUnit, tag } from '../support/edition-fixtures.ts';

/** Headings as `level text` or, for paragraphs, plain text. */
function editionOf(lines: readonly string[], title = 'T'): Edition {
  const units = lines.map((line, index) => plainUnit(`u${index}`, [line.replace(/^\d /, '')], null));
  const outline = lines.map((line, index): Block => {
    const unit = units[index]!.id;
    const level = Number(/^(\d) /.exec(line)?.[1] ?? 0);
    return level === 1 || level === 2 || level === 3 || level === 4 || level === 5 || level === 6
      ? { kind: 'heading', level, unit }
      : { kind: 'paragraph', unit };
  });
  return buildEdition(
    { ...libraryDocument('es'), units, outline },
    { ...detailsFor('es'), title },
    { language: tag('es'), sourceLanguage: tag('en'), bilingual: false },
  );
}

function drawn(sections: readonly Section[]): string {
  return sections
    .map(
      ({ heading, depth, blocks, sections: nested }) =>
        `${heading.unit}@${depth}+${blocks.length}(${drawn(nested)})`,
    )
    .join(' ');
}

describe('sections', () => {
  it.each<[string, readonly string[], string]>([
    ['skipped levels', ['2 a', '5 b', 'x', '3 c', '2 d'], 'u0@1+0(u1@2+1() u3@2+0()) u4@1+0()'],
    ['a deep beginning', ['4 a', '1 b'], 'u0@1+0() u1@1+0()'],
    ['text before the first', ['x', '1 a', 'y'], 'u1@1+1()'],
    ['an empty heading', ['1 a', '2 ', 'x'], 'u0@1+2()'],
  ])('of %s never skip a depth', (_, lines, expected) => {
    expect(drawn(sectionsOf(editionOf(lines)).sections)).toBe(expected);
  });

  it('do not set the title a second time', () => {
    const { title, sections } = sectionsOf(editionOf(['1 The  title', '2 a'], 'The title'));
    expect(title?.unit).toBe('u0');
    expect(drawn(sections)).toBe('u1@1+0()');
    expect(sectionsOf(editionOf(['x', '1 T'])).title).toBeNull();
  });

  it('are found by the names that GitHub gives headings', () => {
    const anchors = headingAnchors(editionOf(['1 What’s new, C++?', '2 Same', '2 Same', '2 دربارهٔ ما']));
    expect([...anchors]).toEqual([
      ['whats-new-c', 'u0-s1'],
      ['same', 'u1-s1'],
      ['same-1', 'u2-s1'],
      ['دربارهٔ-ما', 'u3-s1'],
    ]);
  });
});
