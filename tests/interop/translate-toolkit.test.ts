/**
 * The Translate Toolkit (Pootle, Virtaal and Weblate read XLIFF by it): our interview, one unit a segment, is
 * translated by its `pretranslate`, inline codes included, and goes through PO and back by its converters.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { afterAll, describe, expect, it } from 'vitest';
import { hasTool, runQuick, TOOL_TIMEOUT } from '../support/cat-tool.ts';
import { recto, scratchFolder } from '../support/cli.ts';
import {
  compare,
  inspect,
  merged,
  plain,
  segmentsOf,
  send,
  translatedFile,
  translation,
} from '../support/interview.ts';

const PACKAGE = { 'translate-toolkit': '/usr/bin/pretranslate' };
const scratch = scratchFolder();
afterAll(() => {
  scratch.remove();
});

function run(command: string, ...args: readonly string[]): void {
  const { status, output } = runQuick(command, ['--progress=none', ...args], scratch.path('home'));
  expect(status, output).toBe(0);
}

describe.each(['fa', 'my'] as const)('the Translate Toolkit, into %s', (language) => {
  it(
    'translates every segment from a translated file',
    () => {
      if (!hasTool(PACKAGE)) return;
      const [memory, sent, back] = ['memory', 'sent', 'back'].map((name) =>
        scratch.path(`${language}.${name}.xlf`),
      );
      send('translate-toolkit', language, memory!, () => true);
      send('translate-toolkit', language, sent!);
      run('pretranslate', '--nofuzzymatching', '-t', memory!, sent!, back!);

      const { rows, counts } = compare(sent!, back!);
      const known = translation(language);
      expect(rows).toHaveLength(known.length);
      rows.forEach(({ theirs, problems }, index) => {
        const { source, target } = known[index]!;
        // It calls all it fills untranslated; where that is the source over again, it is.
        const repeated = JSON.stringify(plain(source)) === JSON.stringify(plain(target));
        expect(plain(theirs)).toEqual(repeated ? null : plain(target));
        expect(problems).toEqual([]);
      });
      expect(counts).toMatchObject({ lost: 0, unknown: 0, 'source-differs': 0, 'missing-target': 0 });
      expect(merged(back!)).toBe(merged(translatedFile(language)));
    },
    TOOL_TIMEOUT,
  );

  it(
    'takes our texts to PO and the translations back',
    () => {
      if (!hasTool(PACKAGE)) return;
      const [sent, po, back, applied] = ['sent.xlf', 'po', 'back.xlf', 'applied.xlf'].map((name) =>
        scratch.path(`${language}.po.${name}`),
      );
      const isPlain = (index: number): boolean => {
        const { source, target } = translation(language)[index]!;
        return source.length === 1 && target?.length === 1 && source[0] !== target[0];
      };
      send('poedit', language, sent!, isPlain);
      run('xliff2po', sent!, po!);
      expect(readFileSync(po!, 'utf8')).toContain('#: u12.s2');
      run('po2xliff', po!, back!);

      // Numbered anew, and with codes turned into text: the receipt knows plain texts again and misses the others.
      const { counts } = compare(sent!, back!);
      const { kept = 0, changed = 0, lost = 0 } = counts;
      expect(kept + changed + lost).toBe(translation(language).length);
      expect(kept + changed).toBeGreaterThan(40);

      const texts = new Map(
        segmentsOf(inspect(back!)).map(({ source, target }) => [JSON.stringify(source), target]),
      );
      const empty = scratch.path(`${language}.po.empty.xlf`);
      send('poedit', language, empty);
      const units = inspect(empty).units.flatMap(({ id, segments: [segment] }, index) =>
        isPlain(index) ? [[id, [{ target: texts.get(JSON.stringify(segment!.source)) }]]] : [],
      );
      const targets = scratch.path(`${language}.targets.json`);
      writeFileSync(targets, JSON.stringify(Object.fromEntries(units)));
      expect(recto(['apply', empty, '--targets', targets, '-o', applied!]).stderr).toBe('');
      expect(units.length).toBeGreaterThan(40);
      expect(compare(sent!, applied!).counts).toMatchObject({ kept: translation(language).length });
    },
    TOOL_TIMEOUT,
  );
});
