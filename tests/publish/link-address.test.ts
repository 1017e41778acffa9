import fc from 'fast-check';
import { expect, it } from 'vitest';
import { linkAddress } from '../../server/publish/shared/markup/link-address.ts';

it.each<[string, ReturnType<typeof linkAddress>]>([
  ['https://example.org/a?b=[1]#c d', { kind: 'external', href: 'https://example.org/a?b=%5B1%5D#c%20d' }],
  ['HTTP://Example.org', { kind: 'external', href: 'http://example.org/' }],
  ['https://example.org/کتاب', { kind: 'external', href: 'https://example.org/%DA%A9%D8%AA%D8%A7%D8%A8' }],
  ['https://example.org/100%', { kind: 'external', href: 'https://example.org/100%25' }],
  ['https://user:secret@example.org/', { kind: 'external', href: 'https://example.org/' }],
  ['mailto:a@example.org?subject=a b', { kind: 'external', href: 'mailto:a@example.org?subject=a%20b' }],
  ['#a%20b', { kind: 'fragment', name: 'a b' }],
  ['#%', { kind: 'fragment', name: '%' }],
  ['a/b c.html?x#y', { kind: 'relative', href: 'a/b%20c.html?x#y' }],
  ['#', null],
  ['', null],
  ['javascript:alert(1)', null],
  [' JaVaScRiPt:alert(1)', null],
  ['java\tscript:alert(1)', null],
  ['java\u0000script:alert(1)', null],
  ['data:text/html,<script>', null],
  ['vbscript:x', null],
  ['file:///etc/passwd', null],
  ['//evil.example/', null],
  ['/\\evil.example/', null],
  ['\\\\evil.example', null],
  ['1x:y', null],
  ['https://', null],
])('%j', (written, expected) => {
  expect(linkAddress(written)).toEqual(expected);
});

it('never leads anywhere else than it says', () => {
  const base = 'https://base.example/folder/page.html';
  const unit = fc.constantFrom(...Array.from('javscript:hp/\\#?%@.[]{}<>"\' \t\n\u0000\u202Eaé'));
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.string({ unit }), fc.webUrl()), (written) => {
      const address = linkAddress(written);
      if (address === null || address.kind === 'fragment') return;
      expect(address.href).toMatch(/^[\x21-\x7E]+$/);
      const url = new URL(address.href, base);
      if (address.kind === 'relative') expect(url.origin).toBe('https://base.example');
      else expect(['http:', 'https:', 'mailto:']).toContain(url.protocol);
    }),
    { numRuns: 2000 },
  );
});
