/**
 * The outline of a document: which unit is a heading, which a list item, in what order. Formats report it,
 * publishers and previews set it; it holds no text but what is not translated (code, mathematics).
 */
import type { UnitId } from './ids.ts';

export type Block =
  | { readonly kind: 'heading'; readonly level: 1 | 2 | 3 | 4 | 5 | 6; readonly unit: UnitId }
  | { readonly kind: 'paragraph'; readonly unit: UnitId }
  | { readonly kind: 'quote'; readonly blocks: readonly Block[] }
  | {
      readonly kind: 'list';
      readonly ordered: boolean;
      readonly start: number;
      readonly items: readonly (readonly Block[])[];
    }
  | {
      readonly kind: 'table';
      readonly align: readonly ('left' | 'right' | 'center' | null)[];
      readonly header: readonly (UnitId | null)[];
      readonly rows: readonly (readonly (UnitId | null)[])[];
    }
  | { readonly kind: 'code'; readonly text: string; readonly language: string }
  | { readonly kind: 'rule' }
  | { readonly kind: 'footnote'; readonly label: string; readonly blocks: readonly Block[] }
  /** Front matter values, link titles and the like: translated, but not set as running text. */
  | { readonly kind: 'metadata'; readonly name: string; readonly unit: UnitId };
