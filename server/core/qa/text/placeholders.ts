/**
 * Finds what a program will put something in the place of, in the notations of printf (C, PHP, Objective-C, with
 * glibc's `%Id` for local digits), Python, Ruby, Qt, ICU and .NET braces, i18next, Fluent, MediaWiki, LibreOffice
 * and shells. Linear: one expression whose branches are told apart by their first two characters.
 */

export type PlaceholderKind = 'named' | 'printf' | 'qt' | 'dollar';

export interface Placeholder {
  readonly kind: PlaceholderKind;
  /** What has to be the same in source and target; of printf the conversion alone, widths and flags are free. */
  readonly name: string;
  /** Of printf: the argument's number where it is written (`%2$s`). */
  readonly argument?: number;
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

const NAME = '[A-Za-z_][\\w.-]{0,80}';

/** In order: the first that fits at a place is taken. Each has at most two groups: the name, and the rest of it. */
const NOTATIONS: readonly (readonly [kind: PlaceholderKind | 'literal', pattern: string])[] = [
  ['literal', '%%'],
  ['named', `\\{\\{-?\\s{0,3}(${NAME})\\s{0,3}(?:,[^{}]{0,80})?\\}\\}`],
  ['named', `\\$t\\(([^\\(\\)\\s]{1,80})\\)`],
  ['named', `%\\((${NAME})\\)[#0+-]{0,3}\\d{0,3}(?:\\.\\d{1,3})?[diouxXeEfFgGcrsa]`],
  ['named', `%\\{(${NAME})\\}`],
  ['named', `%<(${NAME})>[-+0#]{0,3}\\d{0,3}(?:\\.\\d{1,3})?[diouxXeEfgGcs]`],
  ['named', `[$#]\\{(${NAME})\\}`],
  ['named', `\\$(?:\\[|\\()([A-Za-z]\\w{1,40})[\\]\\)]`],
  ['named', `\\{\\s{0,3}(\\$${NAME})\\s{0,3}\\}`],
  ['named', `(?<!\\{)\\{\\s{0,3}(-?${NAME}|\\d{1,3})\\s{0,3}(?:[,:!][^{}|]{0,80})?\\}`],
  ['named', `%([A-Z][A-Z0-9_]{3,40})%?`],
  [
    'printf',
    `%(?:(\\d{1,2})\\$)?[-+#0'I]{0,4}(?:\\*|\\d{1,3})?(?:\\.(?:\\*|\\d{1,3}))?(?:hh|h|ll|l|q|j|z|t|L)?([diouxXeEfFgGaAcspn@])`,
  ],
  ['qt', `%(L?\\d{1,2})(?![\\d$])`],
  ['dollar', `\\$(\\d{1,2})(?![\\d]|[.,]\\d)`],
];

const ANY = new RegExp(NOTATIONS.map(([, pattern]) => `(${pattern})`).join('|'), 'gu');

/** Which group of ANY each notation is, and how many groups of its own it has. */
const GROUPS = NOTATIONS.map(([kind, pattern], index) => {
  const own = (each: string): number => (each.match(/(?<!\\)\((?!\?)/gu) ?? []).length;
  const before = NOTATIONS.slice(0, index).reduce((sum, [, each]) => sum + 1 + own(each), 0);
  return { kind, at: 1 + before, own: own(pattern) };
});

/** All of them, in order. */
export function placeholdersOf(text: string): readonly Placeholder[] {
  if (!/[%{$#]/u.test(text)) return [];
  const found: Placeholder[] = [];
  for (const match of text.matchAll(ANY)) {
    const group = GROUPS.find(({ at }) => match[at] !== undefined);
    if (group === undefined || group.kind === 'literal') continue;
    const span = { text: match[0], start: match.index, end: match.index + match[0].length };
    const [first, second] = [match[group.at + 1], match[group.at + 2]];
    if (group.kind !== 'printf') found.push({ kind: group.kind, name: first ?? '', ...span });
    else {
      const argument = first === undefined ? {} : { argument: Number(first) };
      found.push({ kind: 'printf', name: conversionOf(second ?? ''), ...argument, ...span });
    }
  }
  return found;
}

/** Conversions that take the same kind of argument. */
function conversionOf(letter: string): string {
  if ('diouxX'.includes(letter)) return 'd';
  if ('eEfFgGaA'.includes(letter)) return 'f';
  return letter;
}

/** A date in the notation of strftime, whose parts each language orders as it likes. */
export function isDateFormat(text: string): boolean {
  return /%[-_0^EO]?[YmBbHMSyjZkPTRD](?![A-Z]{2})/u.test(text.replaceAll('%%', ''));
}
