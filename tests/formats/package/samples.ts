/** Small XLIFF files and packages of them, as tools make them. */
import { FORMATS } from '../../../server/formats/registry.ts';
import type { BilingualFormat } from '../../../server/formats/format.ts';

function find(id: string): BilingualFormat {
  const format = FORMATS.find((each) => each.id === id);
  if (format?.kind !== 'bilingual') throw new Error(id);
  return format;
}
/** The production format, with the formats that it opens files of. */
export const xliffPackage = find('xliff-package');

export function xliff12Text(
  units: Readonly<Record<string, string>>,
  languages: { readonly source?: string; readonly target?: string | null } = {},
): string {
  const { source = 'en', target = 'fa' } = languages;
  const body = Object.entries(units)
    .map(([id, text]) => `<trans-unit id="${id}"><source>${text}</source></trans-unit>\n`)
    .join('');
  return `<?xml version="1.0" encoding="UTF-8"?>
<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2"><file original="x.txt" datatype="plaintext" source-language="${source}"${target === null ? '' : ` target-language="${target}"`}><body>
${body}</body></file></xliff>`;
}

export function xliff2Text(units: Readonly<Record<string, string>>, target = 'fa'): string {
  const body = Object.entries(units)
    .map(([id, text]) => `<unit id="${id}"><segment><source>${text}</source></segment></unit>\n`)
    .join('');
  return `<xliff version="2.1" xmlns="urn:oasis:names:tc:xliff:document:2.0" srcLang="en" trgLang="${target}"><file id="f1">${body}</file></xliff>`;
}
