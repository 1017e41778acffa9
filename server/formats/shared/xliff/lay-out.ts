/** A document as a layout wants it, with the skeleton that tells how to read it again. */
import type { Document, Skeleton } from '../../../core/document/document.ts';
import { flattenUnits, shapesOf } from '../../../core/document/flat-units.ts';
import type { ExchangeLayout } from '../../format.ts';

export function laidOut(
  document: Document,
  skeleton: Skeleton | null,
  { segments }: ExchangeLayout,
): { readonly document: Document; readonly skeleton: Skeleton | null } {
  if (segments === 'in-units') return { document, skeleton };
  const shaped = skeleton === null ? null : { ...skeleton, shapes: shapesOf(document) };
  return { document: flattenUnits(document), skeleton: shaped };
}
