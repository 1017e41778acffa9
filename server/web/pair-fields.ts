/** Two fields for a pair of languages of a memory. */
import type { Memory } from '../store/memory-store.ts';
import type { LanguagePair } from '../usecases/browse-memory.ts';
import { commonPairOf } from './memory-query.ts';
import type { Ui } from './ui.ts';

export interface PairFields {
  readonly source: string;
  readonly target: string;
  readonly languages: readonly { readonly tag: string; readonly name: string }[];
}

/** Without a pair, the one that most texts are in. */
export function pairFields(ui: Ui, memory: Memory, pair: LanguagePair | null): PairFields {
  const { source = '', target = '' } = pair ?? commonPairOf([memory]) ?? {};
  return {
    source,
    target,
    languages: memory.languages.map(({ language }) => ({ tag: language, name: ui.languageName(language) })),
  };
}
