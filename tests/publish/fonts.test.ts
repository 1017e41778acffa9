import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { fontFilesFor } from '../../server/publish/fonts.ts';
import { tag } from '../support/edition-fixtures.ts';

const modules = resolve(import.meta.dirname, '../../node_modules');

describe('font files', () => {
  const all = fontFilesFor(['fa', 'my', 'en', 'es', 'vi', 'ru', 'el', 'he'].map(tag));

  it('are there, are WOFF 2, and have the range that their package declares', () => {
    expect(all.length).toBeGreaterThan(15);
    for (const { packagePath, unicodeRange } of all) {
      const file = resolve(modules, packagePath);
      expect(existsSync(file), packagePath).toBe(true);
      expect(readFileSync(file).subarray(0, 4).toString()).toBe('wOF2');
      const [scope = '', name = '', , fileName = ''] = packagePath.split('/');
      const declared: unknown = JSON.parse(
        readFileSync(resolve(modules, scope, name, 'unicode.json'), 'utf8'),
      );
      const subset = /-(arabic|myanmar|latin-ext|latin|cyrillic|greek|vietnamese)-/.exec(fileName)?.[1] ?? '';
      // Of Arabic only the part that a language of today uses.
      expect(z.record(z.string(), z.string()).parse(declared)[subset]?.startsWith(unicodeRange)).toBe(true);
    }
  });

  it('are those of the script, the first language’s first, each once', () => {
    const families = (...languages: readonly string[]): readonly string[] => [
      ...new Set(fontFilesFor(languages.map(tag)).map((file) => file.family)),
    ];
    expect(families('fa', 'en')).toEqual(['Vazirmatn', 'Literata']);
    expect(families('my')).toEqual(['Padauk']);
    expect(families('ur-Arab')).toEqual(['Vazirmatn']);
    expect(families('az-Arab', 'az')).toEqual(['Vazirmatn', 'Literata']);
    expect(fontFilesFor([tag('en'), tag('en-GB')])).toHaveLength(2);
  });
});
