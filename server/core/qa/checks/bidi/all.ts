/** Checks of direction: control characters, and what a line from right to left breaks. In the order in which findings of one place are shown. */
import type { Check } from '../../check.ts';
import { addedControl } from './added-control.ts';
import { balance } from './balance.ts';
import { brokenPart } from './broken-part.ts';
import { brokenPlaceholder } from './broken-placeholder.ts';
import { embedding } from './embedding.ts';
import { override } from './override.ts';

export const BIDI_CHECKS: readonly Check[] = [
  override,
  balance,
  embedding,
  addedControl,
  brokenPart,
  brokenPlaceholder,
];
