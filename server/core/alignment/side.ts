/**
 * One side of an alignment: a text as the list of its segments, with what its document says of each: in which
 * paragraph it stands, and what that paragraph is.
 * Invariant: segments are in reading order; `paragraph` never falls.
 */
import type { Block } from '../document/block.ts';
import type { Document } from '../document/document.ts';
import type { SegmentId, UnitId } from '../document/ids.ts';
import { textOf, type Content } from '../text/content.ts';
import type { LanguageTag } from '../text/language.ts';

/** What a paragraph is in its document; a heading with its level. */
export const BLOCK_ROLES = [
  'heading-1',
  'heading-2',
  'heading-3',
  'heading-4',
  'heading-5',
  'heading-6',
  'paragraph',
  'quote',
  'item',
  'cell',
  'footnote',
  'metadata',
] as const;
export type BlockRole = (typeof BLOCK_ROLES)[number];

export interface SideSegment {
  readonly content: Content;
  readonly unit: UnitId;
  readonly segment: SegmentId;
  /** Number of its paragraph, from 0. */
  readonly paragraph: number;
  readonly role: BlockRole;
  /** What stands between it and the segment before: white space, or '' in scripts that have none there. */
  readonly before: string;
}

export interface Side {
  readonly language: LanguageTag;
  readonly segments: readonly SideSegment[];
}

/** The translatable segments of a document, by their sources, which are in the language. */
export function sideOf(document: Document, language: LanguageTag): Side {
  const roles = rolesOf(document.outline);
  let paragraph = -1;
  const segments = document.units
    .filter((unit) => unit.translate)
    .flatMap((unit) => {
      paragraph += 1;
      const role = roles.get(unit.id) ?? 'paragraph';
      let before = ' ';
      return unit.parts.flatMap((part) => {
        const { source: content } = part;
        if (part.kind === 'ignorable') before = textOf(content) === '' ? before : ' ';
        if (part.kind === 'ignorable' || content.length === 0) return [];
        const segment = { content, unit: unit.id, segment: part.id, paragraph, role, before };
        before = '';
        return [segment];
      });
    });
  return { language, segments };
}

function rolesOf(outline: readonly Block[]): ReadonlyMap<UnitId, BlockRole> {
  const roles = new Map<UnitId, BlockRole>();
  const visit = (blocks: readonly Block[], inside: BlockRole): void => {
    for (const block of blocks) {
      if (block.kind === 'heading') roles.set(block.unit, `heading-${block.level}`);
      else if (block.kind === 'paragraph') roles.set(block.unit, inside);
      else if (block.kind === 'metadata') roles.set(block.unit, 'metadata');
      else if (block.kind === 'quote') visit(block.blocks, 'quote');
      else if (block.kind === 'footnote') visit(block.blocks, 'footnote');
      else if (block.kind === 'list') for (const item of block.items) visit(item, 'item');
      else if (block.kind === 'table')
        for (const cell of [...block.header, ...block.rows.flat()])
          if (cell !== null) roles.set(cell, 'cell');
    }
  };
  visit(outline, 'paragraph');
  return roles;
}
