/** Why a match has its score, in words: what differs, and what was taken for what else. */
import type { Score } from '../core/memory/match.ts';
import type { Ui } from './ui.ts';

/** A sentence without its score: “1 of 9 words differs, numbers were changed (−1)”. */
export function matchWords(
  ui: Ui,
  { kind, edits, length, method, penalties, substituted }: Score & { readonly substituted: boolean },
): string {
  const said: string[] = [];
  // That an exact one is equal, its kind says already.
  if (kind === 'structural' || kind === 'in-context') said.push(ui.t(`matches:why-${kind}`));
  else if (edits === 0 && kind !== 'exact') said.push(ui.t('matches:why-words-equal'));
  else if (edits > 0 && method === 'graphemes') said.push(ui.t('matches:why-graphemes', { edits, length }));
  else if (edits > 0) said.push(ui.t('matches:why-words', { edits, length }));
  for (const { reason, points } of penalties) {
    const name = reason === 'numbers' && substituted ? 'numbers-changed' : reason;
    said.push(
      points === 0
        ? ui.t(`matches:why-${name}`)
        : ui.t('matches:why-points', { reason: ui.t(`matches:why-${name}`), points }),
    );
  }
  return ui.list(said);
}
