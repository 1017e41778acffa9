/** Burmese messages whose lines would break inside of a syllable are joined there, and nothing else of them changes. */
import { describe, expect, it } from 'vitest';
import { keepSyllables } from '../../server/i18n/burmese-lines.ts';

describe('keepSyllables', () => {
  it.each(['ဒေါင်းလု|ဒ်လုပ်ရန်', 'ပါရှ|န်နှင့် မြန်မာ', 'မြန်မာဘာသာ', 'Yangon ၁၉၄၈', ''])('joins %s', (marked) => {
    const text = marked.replaceAll('|', '');
    const kept = keepSyllables(text);
    expect(kept).toBe(marked.replaceAll('|', '\u2060'));
    expect(keepSyllables(kept)).toBe(kept);
  });

  it('leaves the syntax of a message', () => {
    const message = '{count, plural, other {ဘို|က် # ခု}}';
    expect(keepSyllables(message.replace('|', ''))).toBe(message.replace('|', '\u2060'));
  });
});
