/**
 * Small documents for the tests of editions, built by hand: one text about a library, in English with Persian,
 * Burmese and Spanish translations, that has one of everything an outline can have.
 */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Block } from '../../server/core/document/block.ts';
import type { Document } from '../../server/core/document/document.ts';
import { segmentId, unitId, type UnitId } from '../../server/core/document/ids.ts';
import type { State } from '../../server/core/document/state.ts';
import type { Unit, UnitPart } from '../../server/core/document/unit.ts';
import type { EditionDetails } from '../../server/core/publish/edition.ts';
import { CODE_SUBTYPES } from '../../server/core/text/code-types.ts';
import type { Content, InlineCode } from '../../server/core/text/content.ts';
import { parseLanguageTag, type LanguageTag } from '../../server/core/text/language.ts';
import { fontFilesFor } from '../../server/publish/fonts.ts';
import type { EmbeddedFont, PublishTools } from '../../server/publish/publisher.ts';

export function tag(text: string): LanguageTag {
  const language = parseLanguageTag(text);
  if (language === null) throw new Error(`no language tag: ${text}`);
  return language;
}

export type TargetLanguage = 'fa' | 'my' | 'es';
type Words = Readonly<Record<'en' | TargetLanguage, string>>;

/** Markup of the fixtures: *bold*, _italic_, `code`, [text](address), <address>, [^note], ![picture](address). */
const MARKUP =
  /\*([^*]+)\*|_([^_]+)_|`([^`]+)`|!\[([^\]]*)\]\(([^)]*)\)|\[\^([^\]]+)\]|\[([^\]]+)\]\(([^)]*)\)|<([^>]+)>/g;

function pair(id: string, subType: string, text: string, href?: string): Content {
  const type = href === undefined ? 'fmt' : 'link';
  const look = { id, equiv: '', type, subType, ...(href === undefined ? {} : { href }) } as const;
  return [{ ...look, code: 'open', text: '(' }, text, { ...look, code: 'close', text: ')' }];
}

/** Content of a text in the fixtures' markup. */
export function contentOf(text: string): Content {
  const parts: (string | InlineCode)[] = [];
  let done = 0;
  let id = 0;
  const point = (subType: string, equiv: string, rest: Partial<InlineCode> = {}): void => {
    parts.push({ code: 'standalone', id: String(id), equiv, text: equiv, type: 'other', subType, ...rest });
  };
  for (const match of text.matchAll(MARKUP)) {
    if (match.index > done) parts.push(text.slice(done, match.index));
    done = match.index + match[0].length;
    id += 1;
    const [, bold, italic, code, alt, picture, note, link, href, address] = match;
    if (bold !== undefined) parts.push(...pair(String(id), CODE_SUBTYPES.bold, bold));
    else if (italic !== undefined) parts.push(...pair(String(id), CODE_SUBTYPES.italic, italic));
    else if (code !== undefined) point(CODE_SUBTYPES.code, code);
    else if (alt !== undefined) point(CODE_SUBTYPES.image, alt, { type: 'image', href: picture ?? '' });
    else if (note !== undefined) point(CODE_SUBTYPES.noteReference, `[${note}]`);
    else if (link !== undefined) parts.push(...pair(String(id), CODE_SUBTYPES.link, link, href ?? ''));
    else if (address !== undefined) point(CODE_SUBTYPES.autolink, address, { type: 'link', href: address });
  }
  if (done < text.length) parts.push(text.slice(done));
  return parts;
}

const SENTENCES = {
  title: {
    en: 'The library by the river',
    fa: 'کتابخانهٔ کنار رود',
    my: 'မြစ်ကမ်းနားက စာကြည့်တိုက်',
    es: 'La biblioteca junto al río',
  },
  opening1: {
    en: 'The library opens at nine, and by ten every chair is taken.',
    fa: 'کتابخانه ساعت نه باز می‌شود و تا ساعت ده همهٔ صندلی‌ها پر است.',
    my: 'စာကြည့်တိုက်ကို နံနက်ကိုးနာရီတွင် ဖွင့်ပြီး ဆယ်နာရီရောက်လျှင် ကုလားထိုင်အားလုံး ပြည့်သွားသည်။',
    es: 'La biblioteca abre a las nueve, y a las diez no queda ninguna silla libre.',
  },
  opening2: {
    en: 'Nobody talks _loudly_; *everybody* reads.[^1]',
    fa: 'هیچ‌کس _بلند_ حرف نمی‌زند؛ *همه* کتاب می‌خوانند.[^1]',
    my: 'မည်သူမျှ _ကျယ်ကျယ်_ စကားမပြောကြ၊ *အားလုံး* စာဖတ်ကြသည်။[^1]',
    es: 'Nadie habla _en voz alta_; *todos* leen.[^1]',
  },
  rules: { en: 'Rules of the house', fa: 'قاعده‌های خانه', my: 'စည်းကမ်းများ', es: 'Reglas de la casa' },
  rule1: {
    en: 'Bring your own cup.',
    fa: 'لیوان خودتان را بیاورید.',
    my: 'ကိုယ်ပိုင်ခွက် ယူလာပါ။',
    es: 'Traiga su propia taza.',
  },
  rule2: {
    en: 'Ask for books in C++ or `awk '.concat('{ print $1 }` at the desk.'),
    fa: 'کتاب‌های C++ یا `awk { print $1 }` را از میز امانت بخواهید.',
    my: 'C++ သို့မဟုတ် `awk { print $1 }` စာအုပ်များကို ကောင်တာတွင် တောင်းပါ။',
    es: 'Pida los libros de C++ o `awk { print $1 }` en el mostrador.',
  },
  rule3: {
    en: 'Return them within 14 days.',
    fa: 'آن‌ها را ظرف ۱۴ روز برگردانید.',
    my: '၁၄ ရက်အတွင်း ပြန်အပ်ပါ။',
    es: 'Devuélvalos en 14 días.',
  },
  hours: { en: 'Opening hours', fa: 'ساعت‌های کار', my: 'ဖွင့်ချိန်များ', es: 'Horario' },
  day: { en: 'Day', fa: 'روز', my: 'နေ့', es: 'Día' },
  open: { en: 'Open', fa: 'باز', my: 'ဖွင့်ချိန်', es: 'Abierto' },
  monday: { en: 'Monday', fa: 'دوشنبه', my: 'တနင်္လာနေ့', es: 'Lunes' },
  from9: { en: '9–17', fa: '۹ تا ۱۷', my: '၉ မှ ၁၇', es: '9–17' },
  quote: {
    en: 'A book is a garden that one carries in a pocket.',
    fa: 'کتاب باغی است که در جیب می‌برند.',
    my: 'စာအုပ်ဆိုသည်မှာ အိတ်ထဲထည့်သယ်နိုင်သော ဥယျာဉ်ဖြစ်သည်။',
    es: 'Un libro es un jardín que se lleva en el bolsillo.',
  },
  more: { en: 'More', fa: 'بیشتر', my: 'ထပ်မံလေ့လာရန်', es: 'Más' },
  links: {
    en: 'See [the rules](#rules-of-the-house), [the catalogue](https://example.org/cat?a=1&b=[2]) or <https://example.org/>; the place: ![map of the river](map.png).',
    fa: '[قاعده‌ها](#rules-of-the-house)، [فهرست کتاب‌ها](https://example.org/cat?a=1&b=[2]) یا <https://example.org/> را ببینید؛ جای آن: ![نقشهٔ رود](map.png).',
    my: '[စည်းကမ်းများ](#rules-of-the-house)၊ [စာအုပ်စာရင်း](https://example.org/cat?a=1&b=[2]) သို့မဟုတ် <https://example.org/> ကို ကြည့်ပါ။ နေရာ - ![မြစ်မြေပုံ](map.png)။',
    es: 'Vea [las reglas](#rules-of-the-house), [el catálogo](https://example.org/cat?a=1&b=[2]) o <https://example.org/>; el lugar: ![mapa del río](map.png).',
  },
  note: {
    en: 'But for the cat (see <https://example.org/cat>).',
    fa: 'جز گربه (نک. <https://example.org/cat>).',
    my: 'ကြောင်မှလွဲ၍ (<https://example.org/cat> ကို ကြည့်ပါ)။',
    es: 'Salvo el gato (véase <https://example.org/cat>).',
  },
} as const satisfies Record<string, Words>;

type Name = keyof typeof SENTENCES;

function segment(
  name: Name,
  language: TargetLanguage,
  state: State,
  number: number,
  translated: boolean,
): UnitPart {
  const words = SENTENCES[name];
  return {
    kind: 'segment',
    id: segmentId(`s${number}`),
    state: translated ? state : 'initial',
    source: contentOf(words.en),
    target: translated ? contentOf(words[language]) : null,
  };
}

export function unit(id: string, parts: readonly UnitPart[]): Unit {
  return { id: unitId(id), file: '', name: '', translate: true, canResegment: true, notes: [], parts };
}

/** A unit of one segment. */
export function plainUnit(id: string, source: Content, target: Content | null, state: State = 'final'): Unit {
  return unit(id, [{ kind: 'segment', id: segmentId('s1'), state, source, target }]);
}

/** The fixture in one language; `untranslated` says which of its sentences nobody has translated. */
export function libraryDocument(
  language: TargetLanguage,
  untranslated: (index: number) => boolean = () => false,
  state: State = 'final',
): Document {
  const units: Unit[] = [];
  let index = 0;
  const add = (...names: readonly Name[]): UnitId => {
    const parts = names.flatMap((name, place): UnitPart[] => {
      const part = segment(name, language, state, place + 1, !untranslated(index++));
      return place > 0 ? [{ kind: 'ignorable', source: [' '], target: null }, part] : [part];
    });
    const made = unit(`u${units.length + 1}`, parts);
    units.push(made);
    return made.id;
  };
  const paragraph = (...names: readonly Name[]): Block => ({ kind: 'paragraph', unit: add(...names) });
  const outline: Block[] = [
    { kind: 'heading', level: 1, unit: add('title') },
    paragraph('opening1', 'opening2'),
    { kind: 'heading', level: 2, unit: add('rules') },
    {
      kind: 'list',
      ordered: true,
      start: 1,
      items: [
        [paragraph('rule1')],
        [paragraph('rule2'), { kind: 'list', ordered: false, start: 1, items: [[paragraph('rule3')]] }],
      ],
    },
    { kind: 'heading', level: 4, unit: add('hours') },
    {
      kind: 'table',
      align: [null, 'right'],
      header: [add('day'), add('open')],
      rows: [[add('monday'), add('from9')]],
    },
    { kind: 'quote', blocks: [paragraph('quote'), paragraph('opening1')] },
    { kind: 'code', text: 'if (a < b && c) {\n  open("door");\n}', language: 'js' },
    { kind: 'rule' },
    { kind: 'heading', level: 2, unit: add('more') },
    paragraph('links'),
    { kind: 'footnote', label: '1', blocks: [paragraph('note')] },
  ];
  const sourceLanguage = tag('en');
  const targetLanguage = tag(language);
  return { format: 'markdown', variant: '', sourceLanguage, targetLanguage, units, outline, skeleton: null };
}

export function detailsFor(language: string): EditionDetails {
  return {
    title: '',
    people: [
      { name: 'Ann Author', role: 'author' },
      { name: language === 'fa' ? 'مریم مترجم' : 'Ma Thida', role: 'translator' },
      { name: 'K. Zaw', role: 'translator' },
      { name: 'Ed Itor', role: 'editor' },
    ],
    licence: 'CC BY-SA 4.0',
    origin: 'https://example.org/library',
    workId: 'urn:uuid:0b2f1d1e-6f6d-4d0c-9a63-3c2c54a9a1f7',
    date: '2026-11-20T08:30:00Z',
    siblings: ['en', 'fa', 'my', 'es'].map((each) => ({
      language: tag(each),
      title: SENTENCES.title[each === 'fa' || each === 'my' || each === 'es' ? each : 'en'],
      href: `library.${each}.html`,
    })),
  };
}

const root = resolve(import.meta.dirname, '../..');

/** The fonts of the project for these languages, read as its composition root reads them. */
export function fontsFor(...languages: readonly string[]): readonly EmbeddedFont[] {
  return fontFilesFor(languages.map(tag)).map(({ packagePath, ...font }) => ({
    ...font,
    fileName: packagePath.split('/').at(-1) ?? '',
    bytes: new Uint8Array(readFileSync(resolve(root, 'node_modules', packagePath))),
  }));
}

/** Messages, figures and dates of an edition in this language. The fixtures' messages have plain arguments only. */
export function toolsFor(language: string, fonts: readonly EmbeddedFont[] = []): PublishTools {
  const file = language === 'fa' || language === 'my' ? language : 'en';
  const messages = new Map(
    Object.entries(
      JSON.parse(readFileSync(resolve(root, 'locales', file, 'edition.json'), 'utf8')) as object,
    ),
  );
  const digits = language === 'my' ? 'my-u-nu-mymr' : language;
  return {
    message: (key, values = {}) => {
      const text: unknown = messages.get(key);
      if (typeof text !== 'string') throw new Error(`no message: ${key}`);
      return text.replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? `{${name}}`));
    },
    fonts,
    formatDate: (iso) =>
      new Intl.DateTimeFormat(digits, { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(iso)),
    formatShare: (share) => new Intl.NumberFormat(digits, { style: 'percent' }).format(share),
    formatNumber: (value) => new Intl.NumberFormat(digits).format(value),
  };
}
