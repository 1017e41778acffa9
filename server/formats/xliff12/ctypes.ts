/** `ctype` of XLIFF 1.2 (§ 2.3.3) and the types of the model (those of XLIFF 2), both ways. */
import type { CodeType, InlineCode } from '../../core/text/content.ts';
import { CODE_SUBTYPES } from '../../core/text/code-types.ts';

const PAIRS: readonly (readonly [ctype: string, type: CodeType, subType: string | null])[] = [
  ['bold', 'fmt', CODE_SUBTYPES.bold],
  ['italic', 'fmt', CODE_SUBTYPES.italic],
  ['underlined', 'fmt', 'xlf:u'],
  ['lb', 'fmt', CODE_SUBTYPES.lineBreak],
  ['pb', 'fmt', 'xlf:pb'],
  ['link', 'link', CODE_SUBTYPES.link],
  ['image', 'image', CODE_SUBTYPES.image],
];

const OWN = 'x-recto-';

export function fromCtype(ctype: string | null): Pick<InlineCode, 'type' | 'subType'> {
  if (ctype === null) return {};
  const known = PAIRS.find(([name]) => name === ctype);
  if (known) return { type: known[1], ...(known[2] === null ? {} : { subType: known[2] }) };
  if (!ctype.startsWith(OWN)) return {};
  const [type = '', ...rest] = ctype.slice(OWN.length).split('-');
  const named = (['fmt', 'ui', 'quote', 'link', 'image', 'other'] as const).find((each) => each === type);
  const subType = rest.join('-');
  return {
    ...(named === undefined ? {} : { type: named }),
    ...(subType === '' ? {} : { subType: subType.replace('.', ':') }),
  };
}

/** null where the code says nothing of its type. An own one is `x-recto-<type>-<prefix>.<name>`. */
export function toCtype(code: InlineCode): string | null {
  const { type, subType } = code;
  if (type === undefined && subType === undefined) return null;
  const known = PAIRS.find((pair) => pair[1] === type && pair[2] === (subType ?? null));
  // `lb` and `image` are for standalone codes only, `bold` and the like for pairs.
  if (known) return known[0];
  return `${OWN}${type ?? 'none'}${subType === undefined ? '' : `-${subType.replace(':', '.')}`}`;
}
