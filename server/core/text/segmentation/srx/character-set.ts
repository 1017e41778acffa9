/** Sets of code points, as patterns name them: single characters, properties by Unicode or POSIX name, and their sums. */
import { blockNamed } from './blocks.ts';
import { fail } from './pattern-error.ts';

export type CharacterSet = (point: number) => boolean;

export const single =
  (wanted: number): CharacterSet =>
  (point) =>
    point === wanted;
export const range =
  (first: number, last: number): CharacterSet =>
  (point) =>
    point >= first && point <= last;
export const not =
  (set: CharacterSet): CharacterSet =>
  (point) =>
    !set(point);
export const anyOf =
  (sets: readonly CharacterSet[]): CharacterSet =>
  (point) =>
    sets.some((set) => set(point));
export const allOf =
  (sets: readonly CharacterSet[]): CharacterSet =>
  (point) =>
    sets.every((set) => set(point));

/** The same whatever the case, by simple case mappings. */
export function withoutCase(set: CharacterSet): CharacterSet {
  return (point) => {
    if (set(point)) return true;
    const character = String.fromCodePoint(point);
    return [character.toLowerCase(), character.toUpperCase()].some((other) => {
      const mapped = other.codePointAt(0) ?? point;
      return String.fromCodePoint(mapped).length === other.length && set(mapped);
    });
  };
}

/** \R but the pair, \s, \h, \w, \d by Unicode, as ICU has them (JavaScript's \s holds U+FEFF); and what \p names. */
export const WHITE_SPACE = fromClass('\\p{White_Space}');
export const HORIZONTAL = fromClass('\\t\\p{Zs}');
export const VERTICAL = fromClass('\\n\\u000B\\f\\r\\u0085\\u2028\\u2029');
export const WORD = fromClass('\\p{Alphabetic}\\p{M}\\p{Nd}\\p{Pc}\\u200C\\u200D');
export const DIGIT = fromClass('\\p{Nd}');

/** Names of POSIX and Java, by the class that they mean. */
const NAMED: Readonly<Partial<Record<string, string>>> = {
  alpha: '\\p{Alphabetic}',
  digit: '\\p{Nd}',
  alnum: '\\p{Alphabetic}\\p{Nd}',
  upper: '\\p{Uppercase}',
  lower: '\\p{Lowercase}',
  punct: '\\p{P}\\p{S}',
  space: '\\p{White_Space}',
  blank: '\\t\\p{Zs}',
  cntrl: '\\p{Cc}',
  xdigit: '\\p{Hex_Digit}',
  graph: '\\p{L}\\p{M}\\p{N}\\p{P}\\p{S}',
  print: '\\p{L}\\p{M}\\p{N}\\p{P}\\p{S}\\p{Zs}',
  word: '\\p{Alphabetic}\\p{M}\\p{Nd}\\p{Pc}',
  javalowercase: '\\p{Lowercase}',
  javauppercase: '\\p{Uppercase}',
  javawhitespace: '\\p{White_Space}',
  javaletter: '\\p{L}',
};

const known = new Map<string, CharacterSet>();

/** `L`, `Lu`, `IsLatin`, `Script=Greek`, `Punct`, `alpha` …, also negated by `^`. */
export function property(name: string): CharacterSet {
  if (name.startsWith('^')) return not(property(name.slice(1)));
  const plain = name.trim();
  const found = known.get(plain);
  if (found !== undefined) return found;
  const set = findProperty(plain) ?? fail(`\\p{${plain}}`);
  if (known.size > 200) known.clear();
  known.set(plain, set);
  return set;
}

function findProperty(name: string): CharacterSet | null {
  const named = NAMED[name.replace(/^posix_?|^is(?=Alpha|Digit|Punct)/iu, '').toLowerCase()];
  if (named !== undefined) return fromClass(named);
  const block = blockNamed(name);
  if (block !== null) return (point) => point >= block[0] && point <= block[1];
  const bare = name.replace(/^(?:Is|is)_?/u, '');
  if (!/^[A-Za-z_]+(?:=[A-Za-z_]+)?$/.test(bare)) return null;
  for (const candidate of [bare, `General_Category=${bare}`, `Script=${bare}`, capitalised(bare)]) {
    try {
      return fromClass(`\\p{${candidate}}`);
    } catch {
      // another spelling may be one
    }
  }
  return null;
}

/** Scripts and properties are often written in one case: \p{latin}. */
function capitalised(name: string): string {
  const value = name.slice(name.indexOf('=') + 1).toLowerCase();
  return `Script=${value.replace(/(?:^|_)[a-z]/g, (letter) => letter.toUpperCase())}`;
}

/** Answers are kept for the characters of the basic plane, since a text asks for the same ones over and over. */
function fromClass(body: string): CharacterSet {
  const pattern = new RegExp(`[${body}]`, 'u');
  let answers: Uint8Array | null = null;
  return (point) => {
    if (point > 0xffff) return pattern.test(String.fromCodePoint(point));
    answers ??= new Uint8Array(0x10000);
    const answer = answers[point];
    if (answer !== 0 && answer !== undefined) return answer === 1;
    const holds = pattern.test(String.fromCharCode(point));
    answers[point] = holds ? 1 : 2;
    return holds;
  };
}
