/**
 * Comments and processing instructions in a content that is replaced. They are no text and no codes, so nobody can
 * say where in the new text they belong; they are kept all the same.
 */
const TOKEN = /<!--[\s\S]*?-->|<\?[\s\S]*?\?>|<!\[CDATA\[[\s\S]*?\]\]>|<[^>]*>|[^<]+/g;

/** Those in a piece of markup, in order. */
export function asidesIn(markup: string): readonly string[] {
  if (!/<[!?]/.test(markup)) return [];
  const tokens = [...markup.matchAll(TOKEN)].map(([token]) => token);
  return tokens.filter((token) => token.startsWith('<!--') || token.startsWith('<?'));
}

/** New markup in place of the old: what stood before everything else stays there, the rest follows the new. */
export function withAsides(old: string, markup: string): string {
  const asides = asidesIn(old);
  if (asides.length === 0) return markup;
  let first = 0;
  let at = 0;
  for (; old.startsWith(asides[first] ?? '<', at) && first < asides.length; first += 1) {
    at += asides[first]?.length ?? 0;
  }
  return asides.slice(0, first).join('') + markup + asides.slice(first).join('');
}
