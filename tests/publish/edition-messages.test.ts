import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parse, TYPE } from '@formatjs/icu-messageformat-parser';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';

function messagesOf(language: string): Readonly<Record<string, string>> {
  const file = resolve(import.meta.dirname, '../../locales', language, 'edition.json');
  return z.record(z.string(), z.string()).parse(JSON.parse(readFileSync(file, 'utf8')));
}

function argumentsOf(message: string): readonly string[] {
  return parse(message)
    .flatMap((part) => (part.type === TYPE.argument ? [part.value] : []))
    .sort();
}

const english = messagesOf('en');

describe.each(['fa', 'my'])('the words of an edition in %s', (language) => {
  const messages = messagesOf(language);

  it('are the same messages with the same arguments', () => {
    expect(Object.keys(messages)).toEqual(Object.keys(english));
    for (const [key, message] of Object.entries(messages))
      expect(argumentsOf(message), key).toEqual(argumentsOf(english[key] ?? ''));
  });

  it('are in NFC, in their own script, and without look-alikes', () => {
    const script = language === 'fa' ? /\p{Script=Arabic}/u : /\p{Script=Myanmar}/u;
    for (const [key, message] of Object.entries(messages)) {
      expect(message, key).toBe(message.normalize('NFC'));
      expect(message, key).toMatch(script);
      // Arabic yeh and kaf; a Burmese digit for a letter; Latin punctuation in Persian.
      expect(message, key).not.toMatch(/[يك]|၀[ါ-ှ]|\p{Script=Arabic}[,;?]/u);
    }
  });
});
