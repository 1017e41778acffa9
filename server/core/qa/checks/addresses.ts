/**
 * Addresses of the web, of mail and of files stand in the target as they do in the source. A page in the reader's
 * language on the same site (`fa.wikipedia.org` for `en.wikipedia.org`) is as good.
 */
import type { Check, CheckedSegment, CheckExample, Finding } from '../check.ts';
import { addressesOf, type AddressKind } from '../text/addresses.ts';

const kept = (id: string, kind: AddressKind, example: CheckExample): Check => ({
  id,
  languages: 'all',
  severity: 'warning',
  issueType: 'other',
  messages: ['missing', 'extra'],
  example,
  find: (segment) => compareAddresses(kind, segment),
});

export const url = kept('url', 'url', {
  source: 'See https://example.org/help for more.',
  target: 'برای آگاهی بیشتر https://example.com/help را ببینید.',
  mended: 'برای آگاهی بیشتر https://example.org/help را ببینید.',
  targetLanguage: 'fa',
});

export const email = kept('email', 'email', {
  source: 'Write to help@example.org.',
  target: 'به help@example.com بنویسید.',
  mended: 'به help@example.org بنویسید.',
  targetLanguage: 'fa',
});

export const filePath = kept('file-path', 'path', {
  source: 'It is in /usr/local/bin.',
  target: 'در /usr/locale/bin است.',
  mended: 'در /usr/local/bin است.',
  targetLanguage: 'fa',
});

function compareAddresses(kind: AddressKind, { source, target }: CheckedSegment): readonly Finding[] {
  const [wanted, given] = [source, target].map((text) =>
    addressesOf(text).filter((each) => each.kind === kind),
  );
  if (wanted === undefined || given === undefined || wanted.length === 0) return [];
  const keys = new Set(given.map(({ text }) => comparable(kind, text)));
  const known = new Set(wanted.map(({ text }) => comparable(kind, text)));
  return [
    ...wanted
      .filter(({ text }) => !keys.has(comparable(kind, text)) && !target.includes(text))
      .map(({ start, end, text }): Finding => ({
        target: null,
        source: { start, end },
        message: 'missing',
        values: { address: text },
      })),
    ...given
      .filter(({ text }) => !known.has(comparable(kind, text)) && !source.includes(text))
      .map(({ start, end, text }): Finding => ({
        target: { start, end },
        message: 'extra',
        values: { address: text },
      })),
  ];
}

/** Of the web, the site alone: its name without what says the language. */
function comparable(kind: AddressKind, text: string): string {
  if (kind !== 'url') return text.replace(/\/$/u, '');
  const host = /^[a-z]+:\/\/([^/?#]*)/iu.exec(text)?.[1]?.toLowerCase() ?? '';
  const site = host.split('.').slice(-2).join('.');
  return host === site || /^(?:www|[a-z]{2,3})\./u.test(host) ? site : host;
}
