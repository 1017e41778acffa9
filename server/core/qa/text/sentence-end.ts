/** How a text ends, whatever its script: the class of its last mark, behind which quotes and brackets may close. */

export type EndKind =
  'none' | 'stop' | 'question' | 'exclamation' | 'ellipsis' | 'colon' | 'comma' | 'semicolon' | 'dash';

export interface SentenceEnd {
  readonly kind: EndKind;
  /** As it stands, or ''. */
  readonly mark: string;
  readonly start: number;
  readonly end: number;
  /** The stop belongs to an abbreviation (`etc.`, `e.g.`, `U.S.`). */
  readonly isAbbreviation: boolean;
}

const KINDS: Readonly<Record<string, EndKind>> = {
  ...kinds('.။。।۔．', 'stop'),
  ...kinds('?؟？', 'question'),
  ...kinds('!！', 'exclamation'),
  ...kinds('…', 'ellipsis'),
  ...kinds(':：︰', 'colon'),
  ...kinds(',،၊，、', 'comma'),
  ...kinds(';؛；', 'semicolon'),
  ...kinds('-–—', 'dash'),
};

function kinds(marks: string, kind: EndKind): Readonly<Record<string, EndKind>> {
  return Object.fromEntries(Array.from(marks, (mark) => [mark, kind]));
}

/** White space, what is not seen, codes, and what closes. */
const BEHIND = /[\s\u200B-\u200F\u061C\u202A-\u202E\u2066-\u2069\uFFFC\uFEFF"'”’»›)\]}）」』*_]/u;

/** As many characters from the end as are looked through. */
const REACH = 200;

/** null where nothing is there that could end: no letter before the end, or only a placeholder or an address. */
export function endOf(text: string): SentenceEnd | null {
  const cut = withoutTags(text);
  let end = cut.length;
  while (end > 0 && cut.length - end < REACH && BEHIND.test(cut.charAt(end - 1))) end -= 1;
  if (end === 0) return null;
  let start = end;
  const last = cut.charAt(end - 1);
  if (KINDS[last] === undefined) return { kind: 'none', mark: '', start: end, end, isAbbreviation: false };
  while (start > 0 && end - start < REACH && KINDS[cut.charAt(start - 1)] !== undefined) start -= 1;
  if (!/[\p{L}\p{N}\p{M}\uFFFC})\]"'”’»›>%°+*\s/_&=|]/u.test(cut.charAt(start - 1))) return null;
  const mark = cut.slice(start, end);
  return { kind: kindOf(mark), mark, start, end, isAbbreviation: isAbbreviation(cut, start, mark) };
}

function kindOf(mark: string): EndKind {
  if (/\.{2,}|…/u.test(mark)) return 'ellipsis';
  if (/[?؟？]/u.test(mark)) return 'question';
  return KINDS[mark.at(-1) ?? ''] ?? 'none';
}

function isAbbreviation(text: string, start: number, mark: string): boolean {
  if (mark !== '.') return false;
  return /(?:^|[\s(])(?:etc|e\.g|i\.e|Inc|Ltd|Co|Corp|Jr|Sr|St|vs|No|Dept|approx|ca|cf|al|max|min|sec|hrs?|[A-Z]|(?:[A-Za-z]\.){1,4}[A-Za-z])$/u.test(
    text.slice(Math.max(0, start - 12), start),
  );
}

/** Tags and character references at the end are no part of it; a wiki's and a program's markup neither. */
function withoutTags(text: string): string {
  let cut = text;
  for (let rounds = 0; rounds < 20; rounds += 1) {
    const tail = cut.slice(-REACH);
    const tag = /(?:<\/?[A-Za-z][^<>]{0,150}>|\s+|&nbsp;|&(?:raquo|rdquo|rarr|#8221|#187);)$/u.exec(tail);
    if (tag === null) return cut;
    cut = cut.slice(0, cut.length - tag[0].length);
  }
  return cut;
}
