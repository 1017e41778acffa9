/** Text that an annotation keeps from being translated (XLIFF 2.1 §4.7.3.1.1; in 1.2, mtype="protected"). */
import { textOf, type Content, type ContentPart } from '../text/content.ts';

/**
 * The protected texts of the source that the target has otherwise: inside the same annotation, or, where that was
 * taken away, anywhere.
 */
export function changedProtectedTexts(source: Content, target: Content): readonly string[] {
  const found = protectedTexts(source);
  if (found.size === 0) return [];
  const whole = textOf(target);
  return [...found].flatMap(([id, text]) => {
    const own = textInside(target, id);
    const kept = own === null ? whole.includes(text) : own === text;
    return kept ? [] : [text];
  });
}

/** All text that is not translated, as annotations around it say; `translate` holds outside of them. */
export function untranslatedText(content: Content, translate: boolean): string {
  let text = '';
  const scopes: { readonly id: string; readonly translate: boolean }[] = [];
  for (const part of content) {
    if (typeof part === 'string') {
      if (!(scopes.at(-1)?.translate ?? translate)) text += part;
    } else if (part.code === 'marker' && part.edge === 'close') {
      const open = scopes.findLastIndex(({ id }) => id === part.id);
      if (open >= 0) scopes.splice(open, 1);
    } else if (part.code === 'marker' && part.translate !== undefined) {
      scopes.push({ id: part.id, translate: part.translate });
    }
  }
  return text;
}

function protectedTexts(source: Content): ReadonlyMap<string, string> {
  const texts = new Map<string, string>();
  for (const part of source) {
    if (typeof part === 'string' || part.code !== 'marker' || part.translate !== false) continue;
    const inside = partsInside(source, part.id) ?? [];
    // An annotation within that asks for translation makes an exception of its text; the rest is not one text.
    const excepted = inside.some((each) => typeof each !== 'string' && each.translate === true);
    if (!excepted) texts.set(part.id, textOf(inside));
  }
  return texts;
}

function textInside(content: Content, marker: string): string | null {
  const parts = partsInside(content, marker);
  return parts === null ? null : textOf(parts);
}

/** Up to the annotation's end, or the content's; null where the annotation does not begin here. */
function partsInside(content: Content, marker: string): readonly ContentPart[] | null {
  const edge = (name: 'open' | 'close') =>
    content.findIndex(
      (part) =>
        typeof part !== 'string' && part.code === 'marker' && part.id === marker && part.edge === name,
    );
  const start = edge('open');
  const end = edge('close');
  return start < 0 ? null : content.slice(start + 1, end < start ? undefined : end);
}
