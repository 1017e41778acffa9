/** An edition into whose every text and code something hostile has been put. */
import type { Block } from '../../server/core/document/block.ts';
import type { Document } from '../../server/core/document/document.ts';
import type { UnitId } from '../../server/core/document/ids.ts';
import type { Unit } from '../../server/core/document/unit.ts';
import { buildEdition } from '../../server/core/publish/build-edition.ts';
import type { Edition } from '../../server/core/publish/edition.ts';
import { CODE_SUBTYPES } from '../../server/core/text/code-types.ts';
import type { Content, InlineCode } from '../../server/core/text/content.ts';
import { detailsFor, plainUnit, tag } from './edition-fixtures.ts';

/** What people and files try. */
export const NASTY = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "'; alert(1); '",
  '</style><script>alert(1)</script>',
  '</title><b>',
  ']]>',
  '<!--',
  '--><![CDATA[',
  '<?php ?>',
  '&lt;&amp;&#0;&bogus;',
  '\u202Egpj.exe',
  '\u2067\u2066\u202A',
  '\u0000\u0007\u001B[31m\uFFFE\uFFFF',
  '\uD800 lone \uDC00',
  'a\r\nb\rc\u2028d\u0085e',
  'javascript:alert(1)',
  '\u{1F469}\u200D\u{1F4BB} မြန်မာ سلام',
] as const;

/** Codes of every kind that carry a text wherever one fits. */
export function hostileContent(text: string): Content {
  const code = (rest: Partial<InlineCode> & Pick<InlineCode, 'code' | 'id'>): InlineCode => ({
    ...{ equiv: text, text, href: text },
    ...rest,
  });
  return [
    code({ code: 'open', id: 'l', type: 'link', subType: CODE_SUBTYPES.link }),
    code({ code: 'open', id: 'b', subType: CODE_SUBTYPES.bold }),
    'x',
    code({ code: 'close', id: 'l' }),
    code({ code: 'close', id: 'never' }),
    code({ code: 'open', id: 'never2', subType: text }),
    code({ code: 'close', id: 'b' }),
    ...Object.values(CODE_SUBTYPES).map((subType, index) =>
      code({ code: 'standalone', id: `s${index}`, subType }),
    ),
    code({ code: 'standalone', id: 'i', type: 'image' }),
    code({
      code: 'standalone',
      id: 'h1',
      subType: CODE_SUBTYPES.html,
      text: '<iframe src="//e.example">',
      equiv: '',
    }),
    'y',
    code({ code: 'standalone', id: 'h2', subType: CODE_SUBTYPES.html, text: '</iframe>', equiv: '' }),
    code({
      code: 'standalone',
      id: 'h3',
      subType: CODE_SUBTYPES.html,
      text: '<sub onclick=alert(1)>',
      equiv: '',
    }),
    'z',
    code({ code: 'standalone', id: 'h4', subType: CODE_SUBTYPES.html, text: '</sub>', equiv: '' }),
    code({ code: 'standalone', id: 'h5', subType: CODE_SUBTYPES.html, text: '<constructor>', equiv: '' }),
    code({ code: 'standalone', id: 'h6', subType: CODE_SUBTYPES.html, text: '</constructor>', equiv: '' }),
    code({ code: 'marker', id: 'm', edge: 'open' }),
  ];
}

/** Each text as the whole of a paragraph (units u0, u1 …), and in every other place that there is. */
export function hostileEdition(texts: readonly string[], language = 'fa', bilingual = false): Edition {
  const units: Unit[] = [];
  const add = (id: string, source: Content, target: Content | null): UnitId => {
    const unit = plainUnit(id, source, target, 'translated');
    units.push(unit);
    return unit.id;
  };
  const paragraph = (id: string, source: Content, target: Content | null): Block => ({
    kind: 'paragraph',
    unit: add(id, source, target),
  });
  const outline = texts.flatMap((text, index): Block[] => [
    {
      kind: 'heading',
      level: index % 2 === 0 ? 2 : 5,
      unit: add(`${text} ${index}`, [text], index % 3 === 0 ? null : [text]),
    },
    paragraph(`u${index}`, ['source'], [text]),
    paragraph(`c${index}`, hostileContent(text), index % 2 === 0 ? null : hostileContent(text)),
    { kind: 'list', ordered: true, start: -1, items: [[], [paragraph(`i${index}`, [text], null)]] },
    {
      kind: 'table',
      align: ['right'],
      header: [null],
      rows: [[], [add(`t${index}`, [text], [text]), null, null]],
    },
    { kind: 'code', text, language: text },
    { kind: 'quote', blocks: [{ kind: 'heading', level: 1, unit: add(`q${index}`, [text], [text]) }] },
    { kind: 'footnote', label: text, blocks: [paragraph(`n${index}`, hostileContent(text), null)] },
    { kind: 'footnote', label: text, blocks: [] },
  ]);
  const first = texts[0] ?? '';
  const sourceLanguage = tag('en');
  const document: Document = {
    ...{ format: 'x', variant: '', skeleton: null, sourceLanguage, targetLanguage: tag(language) },
    ...{ units, outline },
  };
  const details = {
    ...detailsFor(language),
    title: first,
    licence: first,
    origin: first,
    people: texts.map((name) => ({ name: `N${name}`, role: 'translator' as const })),
    siblings: texts.map((text) => ({ language: tag('de'), title: text, href: text })),
  };
  return buildEdition(document, details, { language: tag(language), sourceLanguage, bilingual });
}

/** A text as a page can hold it: without what XML forbids, its line ends as line feeds. */
export function pageText(text: string): string {
  // eslint-disable-next-line no-control-regex -- control characters are what XML forbids
  const forbidden = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|\p{Surrogate}/gu;
  return text.replace(/\r\n?/g, '\n').replace(forbidden, '\uFFFD');
}
