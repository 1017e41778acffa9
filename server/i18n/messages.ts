/**
 * The keys of the workbench's messages, taken from the English catalogues: a misspelt key does not compile.
 * `locales/<language>/<namespace>.json` holds ICU MessageFormat strings under flat keys.
 */
import type alignment from '../../locales/en/alignment.json';
import type analysis from '../../locales/en/analysis.json';
import type checks from '../../locales/en/checks.json';
import type common from '../../locales/en/common.json';
import type counts from '../../locales/en/counts.json';
import type documentPage from '../../locales/en/document.json';
import type edition from '../../locales/en/edition.json';
import type editor from '../../locales/en/editor.json';
import type findings from '../../locales/en/findings.json';
import type machine from '../../locales/en/machine.json';
import type memory from '../../locales/en/memory.json';
import type matches from '../../locales/en/matches.json';
import type problems from '../../locales/en/problems.json';
import type projects from '../../locales/en/projects.json';
import type receipt from '../../locales/en/receipt.json';
import type terms from '../../locales/en/terms.json';
import type upkeep from '../../locales/en/upkeep.json';

interface Catalogues {
  alignment: typeof alignment;
  analysis: typeof analysis;
  checks: typeof checks;
  common: typeof common;
  counts: typeof counts;
  document: typeof documentPage;
  edition: typeof edition;
  editor: typeof editor;
  findings: typeof findings;
  machine: typeof machine;
  memory: typeof memory;
  matches: typeof matches;
  problems: typeof problems;
  projects: typeof projects;
  receipt: typeof receipt;
  terms: typeof terms;
  upkeep: typeof upkeep;
}

export type Namespace = keyof Catalogues;

export const NAMESPACES: readonly Namespace[] = [
  'alignment',
  'analysis',
  'checks',
  'common',
  'counts',
  'document',
  'edition',
  'editor',
  'findings',
  'machine',
  'memory',
  'matches',
  'problems',
  'projects',
  'receipt',
  'terms',
  'upkeep',
];

/** `namespace:key`. */
export type MessageKey = { [N in Namespace]: `${N}:${Extract<keyof Catalogues[N], string>}` }[Namespace];

export type MessageValues = Readonly<Record<string, string | number>>;
