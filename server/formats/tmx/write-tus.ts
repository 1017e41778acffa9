/**
 * TUs as TMX 1.4b, level 2, UTF-8, as a stream. Valid by the DTD of TMX. A control character is U+FFFD in the file, and is
 * reported; a TU with half of a character is reported and left out; the context stands in props as OmegaT writes them.
 */
import type { Tu, TuProperty, Tuv } from '../../core/memory/tu.ts';
import { problem, type Problem } from '../../core/problem.ts';
import { codesOf, hasLoneSurrogate, textOf, type InlineCode } from '../../core/text/content.ts';
import type { TuWriteOptions } from '../memory-format.ts';
import { attributes, codePointName, escapeText, illegalCharacter, legalText } from '../shared/xml/escape.ts';
import { formatDate } from './dates.ts';
import { OWN } from './properties.ts';
import { segmentMarkup } from './write-segment.ts';

/** Characters that are given together. */
const PIECE = 1 << 16;

export async function* writeTus(tus: AsyncIterable<Tu>, options: TuWriteOptions): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  let text = head(options);
  let count = 0;
  for await (const tu of tus) {
    count += 1;
    if (tu.variants.some(({ content }) => hasLoneSurrogate(content))) {
      options.report(problem('text-surrogate', { path: `tu ${count}` }));
      continue;
    }
    const written = writeTu(tu);
    text += written.markup;
    for (const each of written.problems) options.report({ ...each, place: { path: `tu ${count}` } });
    if (text.length < PIECE) continue;
    yield encoder.encode(text);
    text = '';
  }
  yield encoder.encode(`${text}</body>\n</tmx>\n`);
}

function head({ sourceLanguage, date, version }: TuWriteOptions): string {
  const header = attributes({
    ...{ creationtool: 'Recto', creationtoolversion: version, segtype: 'sentence', 'o-tmf': 'Recto' },
    ...{ adminlang: 'en', srclang: sourceLanguage ?? '*all*', datatype: 'unknown' },
    creationdate: formatDate(date) || undefined,
  });
  return `<?xml version="1.0" encoding="UTF-8"?>\n<tmx version="1.4">\n<header${header}/>\n<body>\n`;
}

/** One `tu`, and what of it could not be written as it is. */
export function writeTu(tu: Tu): { readonly markup: string; readonly problems: readonly Problem[] } {
  const start = attributes({
    tuid: legal(tu.tuid),
    creationdate: tu.createdAt === null ? undefined : formatDate(tu.createdAt) || undefined,
    creationid: legal(tu.createdBy),
    changedate: tu.changedAt === null ? undefined : formatDate(tu.changedAt) || undefined,
    changeid: legal(tu.changedBy),
  });
  const notes = tu.notes.map((note) => `<note>${escapeText(legalText(note))}</note>\n`);
  const own = ownProperties(tu).map(({ type, text }) => prop(type, text));
  const properties = tu.properties
    .filter(
      ({ language }) => language === undefined || !tu.variants.some((each) => each.language === language),
    )
    .map(({ type, text }) => prop(type, text));
  const numberOf = numbering(tu.variants);
  const variants = tu.variants.map((variant) => variantMarkup(variant, tu.properties, numberOf));
  const lines = [...notes, ...own, ...properties, ...variants].join('');
  return { markup: `<tu${start}>\n${lines}</tu>\n`, problems: replaced(tu) };
}

function variantMarkup(
  { language, content }: Tuv,
  properties: readonly TuProperty[],
  numberOf: (code: InlineCode) => string,
): string {
  const own = properties
    .filter((each) => each.language === language)
    .map(({ type, text }) => prop(type, text))
    .join('');
  return `<tuv xml:lang="${language}">${own}<seg>${segmentMarkup(content, numberOf)}</seg></tuv>\n`;
}

function ownProperties({ context, document, kind }: Tu): readonly { type: string; text: string }[] {
  const all = [
    { type: OWN.document, text: document },
    { type: OWN.id, text: context.id ?? '' },
    { type: OWN.previous, text: context.previous ?? '' },
    { type: OWN.next, text: context.next ?? '' },
    { type: OWN.kind, text: kind === 'human' ? '' : kind },
  ];
  return all.filter(({ text }) => text !== '');
}

function prop(type: string, text: string): string {
  return `<prop${attributes({ type: legalText(type) })}>${escapeText(legalText(text))}</prop>\n`;
}

function legal(text: string): string | undefined {
  return text === '' ? undefined : legalText(text);
}

/** `x` is a number (TMX 1.4b §3.2): ids that are numbers stand as they are where all are, else they are counted. */
function numbering(variants: readonly Tuv[]): (code: InlineCode) => string {
  const ids = [...new Set(variants.flatMap(({ content }) => codesOf(content).map(({ id }) => id)))];
  if (ids.every((id) => /^(?:0|[1-9]\d{0,8})$/.test(id))) return ({ id }) => id;
  const numbers = new Map(ids.map((id, index) => [id, String(index + 1)]));
  return ({ id }) => numbers.get(id) ?? id;
}

/** The first character that XML cannot hold of each text that is translated. */
function replaced({ variants }: Tu): readonly Problem[] {
  return variants.flatMap(({ language, content }) => {
    const point = illegalCharacter(textOf(content));
    if (point === null) return [];
    return [problem('tmx-character-replaced', null, { character: codePointName(point), language })];
  });
}
