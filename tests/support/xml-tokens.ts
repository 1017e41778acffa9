/**
 * XML cut into tokens by one regular expression: a second opinion on what an edit has touched, which shares nothing
 * with the scanner that made it.
 */
const TOKEN = /<!--[^]*?-->|<!\[CDATA\[[^]*?\]\]>|<\?[^]*?\?>|<(?:[^<>"']|"[^"]*"|'[^']*')*>|[^<]+/gu;
const STATES = /\s(?:state|subState|approved)\s*=\s*(?:"[^"]*"|'[^']*')/gu;

/**
 * The tokens of one unit without the targets that are its own (not those of alternatives or modules) and without
 * what says their state. White space between elements is left out where `spaced` is false.
 */
export function untouchable(unit: string, spaced: boolean): readonly string[] {
  const kept: string[] = [];
  const open: string[] = [];
  let target = 0;
  for (const token of unit.match(TOKEN) ?? []) {
    const name = /^<\/?(?:[^\s/>:]+:)?([^\s/>:]+)/u.exec(token)?.[1] ?? '';
    const isTag = token.startsWith('<') && !token.startsWith('<!') && !token.startsWith('<?');
    if (isTag && token.startsWith('</')) {
      open.pop();
      if (target > open.length) {
        target = 0;
        continue;
      }
    }
    const own = open.length === 1 || (open.length === 2 && /^(?:segment|ignorable)$/u.test(open[1] ?? ''));
    const begins = isTag && !token.startsWith('</') && name === 'target' && own && target === 0;
    const inside = target > 0 || begins;
    if (isTag && !token.startsWith('</') && !token.endsWith('/>')) {
      open.push(name);
      if (begins) target = open.length;
    }
    if (inside || (!spaced && token.trim() === '')) continue;
    const states = isTag && (open.length <= 1 || name === 'segment');
    kept.push(states ? token.replace(STATES, '') : token);
  }
  return kept;
}
