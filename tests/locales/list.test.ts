/** A list of names in Latin letters reads in a Persian page as Persian lists do, from the right. */
import { describe, expect, it } from 'vitest';
import { visualOrder } from '../../server/core/text/bidi.ts';
import { loadTranslators } from '../../server/i18n/translator.ts';
import { root } from '../support/workbench.ts';

const translators = loadTranslators(`${root}/locales`);

/** As it is drawn from left to right, without what is not drawn. */
function drawn(text: string): string {
  return visualOrder(text, 'rtl')
    .map((index) => text.charAt(index))
    .join('')
    .replace(/[\u200e\u200f\u2066-\u2069]/gu, '');
}

describe('a list', () => {
  const names = ['Lokalize', 'OmegaT', 'Poedit'];

  it('of Latin names begins at the right of a Persian line', () => {
    const line = drawn(translators('fa').list(names));
    expect(names.map((name) => line.indexOf(name)).toSorted((a, b) => b - a)).toEqual(
      names.map((name) => line.indexOf(name)),
    );
  });

  it('does so in a message too', () => {
    const persian = translators('fa');
    const line = drawn(persian.t('receipt:tools', { tools: persian.list(names) }));
    expect(line.indexOf('Lokalize')).toBeGreaterThan(line.indexOf('Poedit'));
  });

  it('of facts keeps a Persian date together behind a Latin file name', () => {
    const persian = translators('fa');
    const date = persian.dateTime(Date.UTC(2025, 0, 2, 3, 4));
    const line = drawn(persian.facts(['mem.tmx', '', 'Zahra', date]));
    expect(line).toContain(drawn(date));
    expect(line.indexOf('mem.tmx')).toBeGreaterThan(line.indexOf('Zahra'));
    const count = persian.t('memory:language-count', { language: 'برمه‌ای', count: 2 });
    expect(drawn(persian.facts([count, 'x']))).toContain(drawn(count));
  });

  it('of reasons has the points that each takes behind it', () => {
    const persian = translators('fa');
    const reason = persian.t('matches:why-numbers');
    const line = drawn(persian.list([persian.t('matches:why-points', { reason, points: 2 }), 'x']));
    expect(line.indexOf('−۲')).toBeGreaterThan(-1);
    expect(line.indexOf('−۲')).toBeLessThan(line.indexOf(drawn(reason)));
  });

  it('of names with controls in them cannot end its isolation', () => {
    const persian = translators('fa');
    const message = persian.t('receipt:tools', { tools: `\u2069${persian.list(['a\u2069\u202eb'])}` });
    expect(message.match(/[\u2066-\u2069\u202a-\u202e]/gu)).toEqual(['\u2068', '\u2069']);
  });
});
