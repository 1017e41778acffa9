/** The one list of formats: what is not here does not exist. One more format is one line. */
import type { BilingualFormat, ExchangeProfile, Format, TermFormat, TranslationList } from './format.ts';
import { glossary } from './glossary/index.ts';
import { markdown } from './markdown/index.ts';
import type { MemoryFormat } from './memory-format.ts';
import { xliffPackage } from './package/index.ts';
import { po } from './po/index.ts';
import { table } from './table/index.ts';
import { plainText } from './text/index.ts';
import { tbx } from './tbx/index.ts';
import { termList } from './term-list/index.ts';
import { textLines } from './text/lines.ts';
import { tmx, tmxMemory } from './tmx/index.ts';
import { xliff12 } from './xliff12/index.ts';
import { xliff2 } from './xliff2/index.ts';

export const FORMATS: readonly Format[] = [
  markdown,
  xliff2,
  xliff12,
  xliffPackage([xliff2, xliff12]),
  plainText,
];

/** What may come back in place of a bilingual file. */
export const TRANSLATION_LISTS: readonly TranslationList[] = [tmx, textLines];

/** What termbases come and go as; the first is written where nobody says which. */
export const TERM_FORMATS: readonly TermFormat[] = [tbx, termList, glossary];

/** By its id, else the likeliest for the file; null where no termbase is like it. */
export function findTermFormat(head: Uint8Array, fileName: string, id?: string): TermFormat | null {
  if (id !== undefined) return TERM_FORMATS.find((format) => format.id === id) ?? null;
  const [best] = TERM_FORMATS.map((format) => ({ format, sure: format.probe(head, fileName) }))
    .filter(({ sure }) => sure > 0)
    .sort((a, b) => b.sure - a.sure);
  return best?.format ?? null;
}
/** What goes into a memory beside bilingual documents; the first of them is what comes out of one. */
export const MEMORY_FORMATS: readonly MemoryFormat[] = [tmxMemory, po, table];

export function findFormat(id: string): Format | null {
  return FORMATS.find((format) => format.id === id) ?? null;
}

export interface FoundProfile {
  readonly format: BilingualFormat;
  readonly profile: ExchangeProfile;
}

/** Every profile of every format, oldest version first. */
export function allProfiles(): readonly FoundProfile[] {
  return FORMATS.flatMap((format) =>
    format.kind === 'bilingual' ? format.profiles.map((profile) => ({ format, profile })) : [],
  ).sort((a, b) =>
    a.profile.version < b.profile.version ? -1 : a.profile.version > b.profile.version ? 1 : 0,
  );
}

/** By its id, else by a tool that it is for, else the usual one of a version. */
export function findProfile(name: string): FoundProfile | null {
  const all = allProfiles();
  return (
    all.find(({ profile }) => profile.id === name) ??
    all.find(({ profile }) => profile.tools.includes(name.toLowerCase())) ??
    all.find(({ profile }) => profile.version === name) ??
    null
  );
}
