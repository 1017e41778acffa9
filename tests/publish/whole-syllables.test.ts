/** Burmese syllables that a browser would cut, and that it cuts none where they are marked. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { serialize, element, type Markup } from '../../server/publish/shared/markup/element.ts';
import { wholeSyllables } from '../../server/publish/shared/markup/whole-syllables.ts';
import { hasChromium, openChromium } from '../support/chromium.ts';

/** ⟨ and ⟩ stand where the element begins and ends. */
function drawn(markup: Markup): string {
  return markup.map((node) => (typeof node === 'string' ? node : `⟨${drawn(node.children)}⟩`)).join('');
}

describe('wholeSyllables', () => {
  it.each([
    ['⟨အယ်လ်⟩ဒီ'],
    ['⟨အစ္စ⟩⟨လာမ်⟩'],
    ['⟨ဟဲန်⟩ရီ'],
    ['မြန်မာနိုင်ငံ'],
    ['ဗုဒ္ဓဘာသာ'],
    ['အင်္ဂလိပ်စာ'],
    ['ကျွန်ုပ်တို့ ယောက်ျား'],
    ['Yangon ၁၉၄၈၊ ရန်ကုန်။'],
    [''],
  ])('marks what the dictionary cuts: %s', (expected) => {
    expect(drawn(wholeSyllables(expected.replace(/[⟨⟩]/gu, '')))).toBe(expected);
  });

  it('leaves every text as it is', () => {
    const piece = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom('အစ္စ', 'လ်', 'အ', 'ေ', '\u1039', '\u103a', ' ', 'a'),
    );
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        const text = pieces.join('');
        expect(drawn(wholeSyllables(text)).replace(/[⟨⟩]/gu, '')).toBe(text.replace(/[⟨⟩]/gu, ''));
      }),
    );
  });

  it('leaves what has no end to be broken', () => {
    const endless = `အ${'္စ'.repeat(200)}`;
    expect(drawn(wholeSyllables(endless))).toBe(endless);
  });

  it('is done with a long text at once', () => {
    expect(drawn(wholeSyllables('အစ္စ'.repeat(50_000))).replace(/[⟨⟩]/gu, '')).toHaveLength(200_000);
  });
});

const NAMES = 'ရှာအယ်လ်ဒီအစ္စလာမ်ဟဲန်ရီကစ်ဆင်ဂျာအယ်လ်ဘတ်အိုင်းစတိုင်းသည် ပြောကြားခဲ့သည်။ ';

/** Runs in the page: how often a line begins with a letter that closes the syllable of the line before. */
const CUT = `() => {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const letters = [];
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode())
    for (let at = 0; at < node.data.length; at += 1) letters.push([node, at]);
  const text = letters.map(([node, at]) => node.data[at]).join('');
  let above = null;
  return letters.filter(([node, at], index) => {
    if (/\\p{M}/u.test(node.data[at])) return false;
    const range = document.createRange();
    range.setStart(node, at);
    range.setEnd(node, at + 1);
    const [box] = range.getClientRects();
    if (box === undefined) return false;
    const begins = above !== null && box.top > above + 8;
    above = box.top;
    return begins && /^\\p{L}\\u1037?[\\u103a\\u1039]/u.test(text.slice(index));
  }).length;
}`;

describe.skipIf(!hasChromium())('in Chromium', () => {
  it('begins no line inside of a syllable, however narrow', async () => {
    const browser = await openChromium();
    const page = await browser.newPage();
    const cut = async (markup: Markup): Promise<number> => {
      const text = element('p', { lang: 'my' }, ...markup);
      const style = element('style', {}, '.whole { white-space: nowrap; }');
      const root = element('html', {}, element('head', {}, style), element('body', {}, text));
      await page.setContent(serialize(root, '<!DOCTYPE html>'));
      let sum = 0;
      for (let width = 120; width <= 340; width += 10) {
        await page.setViewportSize({ width, height: 800 });
        sum += Number(await page.evaluate(`(${CUT})()`));
      }
      return sum;
    };
    const text = NAMES.repeat(8);
    expect(await cut([text])).toBeGreaterThan(0);
    expect(await cut(wholeSyllables(text))).toBe(0);
    await browser.close();
  });
});
