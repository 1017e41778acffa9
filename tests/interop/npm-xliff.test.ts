/** npm xliff, an independent reader that keeps one text a unit, sees every text of what is made for such readers. */
import { readFileSync } from 'node:fs';
import { afterAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { xliff12ToJs, xliff2js } from 'xliff';
import { TOOL_TIMEOUT } from '../support/cat-tool.ts';
import { scratchFolder } from '../support/cli.ts';
import { inspect, send, type Part } from '../support/interview.ts';

const scratch = scratchFolder();
afterAll(() => {
  scratch.remove();
});

const parsed = z.object({
  sourceLanguage: z.string(),
  targetLanguage: z.string(),
  resources: z.record(
    z.string(),
    z.record(z.string(), z.object({ source: z.unknown(), target: z.unknown().optional() })),
  ),
});

const span = z.object({ Span: z.object({ contents: z.unknown() }) });

/** Its text without inline elements, which it gives as objects; in 2.0 a `Span` has text in it. */
function textOf(value: unknown, spansHoldText: boolean): string {
  if (typeof value === 'string') return value;
  if (Array.isArray(value)) return value.map((part) => textOf(part, spansHoldText)).join('');
  const found = spansHoldText ? span.safeParse(value) : null;
  return found?.success === true ? textOf(found.data.Span.contents, true) : '';
}

function ours(content: readonly Part[] | null): string {
  return content?.filter((part) => typeof part === 'string').join('') ?? '';
}

describe.each([
  ['poedit', xliff12ToJs],
  ['flat-2.0', xliff2js],
] as const)('%s', (profile, parse) => {
  it.each(['fa', 'my'] as const)(
    'gives every source and target, half of them in %s',
    async (language) => {
      const file = scratch.path(`${profile}.${language}.xlf`);
      send(profile, language, file, (index) => index % 2 === 0);
      const seen = parsed.parse(await parse(readFileSync(file, 'utf8')));
      expect(seen).toMatchObject({ sourceLanguage: 'en', targetLanguage: language });
      const [units = {}] = Object.values(seen.resources);
      const { units: own } = inspect(file);
      expect(own.length).toBe(65);
      expect(Object.keys(units).sort()).toEqual(own.map(({ id }) => id).sort());
      for (const { id, segments } of own) {
        const [segment] = segments;
        const { source, target } = units[id]!;
        const text = [source, target].map((value) => textOf(value, profile === 'flat-2.0'));
        expect(text).toEqual([ours(segment!.source), ours(segment!.target)]);
      }
    },
    TOOL_TIMEOUT,
  );
});
