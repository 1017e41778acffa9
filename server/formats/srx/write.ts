/** Segmentation rules to the bytes of an SRX 2.0 file (UTF-8), in the order of the schema. */
import type { SrxRule, SrxRules } from '../../core/text/segmentation/srx/rules.ts';
import { escapeAttribute, escapeText } from '../shared/xml/escape.ts';

/** Reading it gives the same rules again, but for the lines that they stand on. */
export function writeSrx(rules: SrxRules): Uint8Array {
  const { codes } = rules;
  const lines = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<srx xmlns="http://www.lisa.org/srx20" version="2.0">',
    `  <header segmentsubflows="${yesNo(rules.segmentSubflows)}" cascade="${yesNo(rules.cascade)}">`,
    ...(['start', 'end', 'isolated'] as const).map(
      (type) => `    <formathandle type="${type}" include="${yesNo(codes[type])}"/>`,
    ),
    '  </header>',
    '  <body>',
    '    <languagerules>',
    ...[...rules.languageRules].flatMap(([name, list]) => languageLines(name, list)),
    '    </languagerules>',
    '    <maprules>',
    ...rules.maps.map(
      ({ pattern, name }) =>
        `      <languagemap languagepattern="${escapeAttribute(pattern)}" languagerulename="${escapeAttribute(name)}"/>`,
    ),
    '    </maprules>',
    '  </body>',
    '</srx>',
    '',
  ];
  return new TextEncoder().encode(lines.join('\n'));
}

function languageLines(name: string, rules: readonly SrxRule[]): readonly string[] {
  return [
    `      <languagerule languagerulename="${escapeAttribute(name)}">`,
    ...rules.flatMap((rule) => [
      `        <rule break="${yesNo(rule.breaks)}">`,
      `          <beforebreak>${escapeText(rule.before)}</beforebreak>`,
      `          <afterbreak>${escapeText(rule.after)}</afterbreak>`,
      '        </rule>',
    ]),
    '      </languagerule>',
  ];
}

function yesNo(value: boolean): 'yes' | 'no' {
  return value ? 'yes' : 'no';
}
