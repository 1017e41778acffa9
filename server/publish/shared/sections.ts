/**
 * The sections that an edition's headings make. Headings of the original may begin anywhere and skip levels;
 * sections never do: depth 1 is right below the title, each deeper one in the one before it.
 */
import type { Block } from '../../core/document/block.ts';
import { plainText } from '../../core/publish/build-edition.ts';
import type { Edition, EditionUnit } from '../../core/publish/edition.ts';

type HeadingBlock = Extract<Block, { readonly kind: 'heading' }>;

export interface Section {
  readonly heading: HeadingBlock;
  /** From 1. */
  readonly depth: number;
  readonly blocks: readonly Block[];
  readonly sections: readonly Section[];
}

export interface Sections {
  /** The heading that is the title itself, to be set as that and not again; null where there is none. */
  readonly title: HeadingBlock | null;
  /** What stands before the first section. */
  readonly opening: readonly Block[];
  readonly sections: readonly Section[];
}

interface Growing extends Section {
  readonly blocks: Block[];
  readonly sections: Growing[];
}

function isTitle(block: Block, edition: Edition): block is HeadingBlock {
  if (block.kind !== 'heading') return false;
  return plainText(edition.units.get(block.unit)) === edition.title.replace(/\s+/gu, ' ').trim();
}

/** Anchor of the unit's first segment, '' where it has none. */
export function anchorOf(unit: EditionUnit | undefined): string {
  return unit?.segments.find((segment) => segment.anchor !== '')?.anchor ?? '';
}

export function sectionsOf(edition: Edition): Sections {
  const set = edition.outline.filter((block) => block.kind !== 'metadata' && block.kind !== 'footnote');
  const first = set[0];
  const title = first && isTitle(first, edition) ? first : null;
  const opening: Block[] = [];
  const sections: Growing[] = [];
  const path: Growing[] = [];
  for (const block of title ? set.slice(1) : set) {
    if (block.kind === 'heading' && plainText(edition.units.get(block.unit)) !== '') {
      while ((path.at(-1)?.heading.level ?? 0) >= block.level) path.pop();
      const section = { heading: block, depth: path.length + 1, blocks: [], sections: [] };
      (path.at(-1)?.sections ?? sections).push(section);
      path.push(section);
    } else (path.at(-1)?.blocks ?? opening).push(block);
  }
  return { title, opening, sections };
}

/** How many sections there are in all. */
export function countSections(sections: readonly Section[]): number {
  return sections.reduce((sum, section) => sum + 1 + countSections(section.sections), 0);
}

/** The name that GitHub and its likes give a heading, by which the original's own links name it. */
function slug(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}\p{Pc} -]/gu, '')
    .replaceAll(' ', '-');
}

/** Anchors of the edition's headings by the names that links in the original (or in a target) may give them. */
export function headingAnchors(edition: Edition): ReadonlyMap<string, string> {
  const anchors = new Map<string, string>();
  for (const side of ['source', 'edition'] as const) {
    const seen = new Map<string, number>();
    for (const block of edition.outline) {
      if (block.kind !== 'heading') continue;
      const unit = edition.units.get(block.unit);
      const name = slug(plainText(unit, side));
      const count = seen.get(name) ?? 0;
      seen.set(name, count + 1);
      const unique = count === 0 ? name : `${name}-${count}`;
      const anchor = anchorOf(unit);
      if (anchor !== '' && !anchors.has(unique)) anchors.set(unique, anchor);
    }
  }
  return anchors;
}
