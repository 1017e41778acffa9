import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Markup } from '../../server/publish/shared/markup/element.ts';
import { isolateRuns } from '../../server/publish/shared/markup/isolate-runs.ts';

/** ⟨ and ⟩ stand where the element begins and ends. */
function drawn(markup: Markup): string {
  return markup.map((node) => (typeof node === 'string' ? node : `⟨${drawn(node.children)}⟩`)).join('');
}

it.each([
  ['حزب (⟨C.P.B.⟩) در'],
  ['حزب (⟨CPB⟩) در ⟨CPB⟩.'],
  ['پوشهٔ ⟨/usr/local/bin/⟩ است'],
  ['زبان ⟨C++⟩ و ⟨C#⟩ است'],
  ['دما ⟨-5⟩ است'],
  ['تلفن ⟨+98 21 1234-5678⟩ را'],
  ['در ⟨{name}⟩ و ⟨<b>⟩ و'],
  ['نشانی ⟨https://example.org/a/⟩ را، و'],
  ['شهرهای ⟨Yangon, Mandalay⟩ و'],
  ['متن «⟨Das Kapital⟩» اثر'],
  ['⟨Hein Htet Kyaw⟩: ما رفتیم.'],
  ['گفت “⟨Stop⟩!” و رفت'],
  ['نسخهٔ ⟨6.0.0⟩ و ۳٫۵'],
  ['سال 2021 و 5 نفر'],
  ['واژهٔ ⟨မြန်မာ⟩ در'],
  ['می‌روم'],
])('isolates whole passages: %s', (expected) => {
  expect(drawn(isolateRuns(expected.replace(/[⟨⟩]/gu, '')))).toBe(expected);
});

it('leaves a text alone that its writer has ordered by hand', () => {
  const text = 'حزب \u200EC++\u200E در';
  expect(isolateRuns(text)).toEqual([text]);
});

it('never changes a character', () => {
  const unit = fc.constantFrom(...Array.from('aZé5۵ -+.,:;!?()[]{}<>"\'«»“”/\\#%س‌ ြ\u202E\n'));
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.string({ unit })), (text) => {
      expect(drawn(isolateRuns(text)).replace(/[⟨⟩]/gu, '')).toBe(text.replace(/[⟨⟩]/gu, ''));
    }),
  );
});
