/** `recto check`: findings with their places, exit codes, JSON and SARIF, through the real command. */
import { readFileSync, writeFileSync } from 'node:fs';
import { afterAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { recto, scratchFolder } from '../support/cli.ts';

const scratch = scratchFolder();
afterAll(() => {
  scratch.remove();
});

function xliff12(name: string, units: string): string {
  const path = scratch.path(name);
  const head = '<file original="a" source-language="en" target-language="fa" datatype="plaintext"><body>';
  const root = '<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2">';
  writeFileSync(path, `${root}\n${head}\n${units}\n</body></file></xliff>\n`);
  return path;
}

const good = xliff12(
  'good.xlf',
  '<trans-unit id="1"><source>Fee: 12</source><target>هزینه: ۱۲</target></trans-unit>',
);
const wrong = xliff12(
  'wrong.xlf',
  '<trans-unit id="1">\n<source>Fee: 12 %s</source>\n <target state="translated">هزینه: ۱۳ %s</target></trans-unit>',
);
const acronym = xliff12(
  'note.xlf',
  '<trans-unit id="1"><source>Open the PDF</source><target>پرونده را باز کنید</target></trans-unit>',
);
const twoSegments = scratch.path('two.xlf');
writeFileSync(
  twoSegments,
  `<xliff version="2.0" xmlns="urn:oasis:names:tc:xliff:document:2.0" srcLang="en" trgLang="my"><file id="f"><unit id="u">
<segment id="s1"><source>One.</source><target>တစ်။</target></segment>
<segment id="s2" state="translated"><source>Room <ph id="1"/> is here.</source>
<target>အခန်းသည် ဤတွင် ရှိသည်။</target></segment></unit></file></xliff>`,
);

const sarifSchema = z.object({
  version: z.literal('2.1.0'),
  runs: z.tuple([
    z.object({
      tool: z.object({ driver: z.object({ rules: z.array(z.looseObject({ id: z.string() })) }) }),
      results: z.array(
        z.looseObject({
          ruleId: z.string(),
          level: z.enum(['error', 'warning', 'note']),
          locations: z.tuple([
            z.object({
              physicalLocation: z.object({
                artifactLocation: z.object({ uri: z.string() }),
                region: z.object({ startLine: z.number(), startColumn: z.number() }),
              }),
              logicalLocations: z.tuple([z.looseObject({ fullyQualifiedName: z.string() })]),
            }),
          ]),
        }),
      ),
    }),
  ]),
});

const regionSchema = z.object({
  startLine: z.number(),
  startColumn: z.number(),
  endLine: z.number(),
  endColumn: z.number(),
});
const fixSchema = z.object({
  artifactChanges: z.tuple([
    z.object({
      artifactLocation: z.object({ uri: z.string() }),
      replacements: z.array(
        z.object({ deletedRegion: regionSchema, insertedContent: z.object({ text: z.string() }) }),
      ),
    }),
  ]),
});
const fixesSchema = z.object({
  runs: z.tuple([z.object({ results: z.array(z.object({ fixes: z.array(fixSchema).optional() })) })]),
});

describe('recto check', () => {
  it('exits with 0 where there is nothing to say', () => {
    const { status, stdout, stderr } = recto(['check', good]);
    expect([status, stdout, stderr]).toEqual([0, `${good}: 1 segments, 0 findings\n`, '']);
  });

  it('names each finding with file, line, column, unit, segment and check, and exits with 1', () => {
    const { status, stdout } = recto(['check', wrong]);
    expect(status).toBe(1);
    expect(stdout).toContain(`${wrong}:5:29: unit 1 > segment 1: warning: `);
    expect(stdout).toContain('[numbers]');
  });

  it('counts notes only where asked to', () => {
    expect(recto(['check', acronym]).status).toBe(0);
    expect(recto(['check', acronym, '--strict']).status).toBe(1);
  });

  it('runs the checks that are named, and refuses names that are none', () => {
    expect(recto(['check', wrong, '--only', 'url,email']).status).toBe(0);
    expect(recto(['check', wrong, '--except', 'numbers']).status).toBe(0);
    expect(recto(['check', wrong, '--only', 'nonsense']).status).toBe(2);
    expect(recto(['check']).status).toBe(2);
  });

  it('prints one JSON value', () => {
    const { stdout } = recto(['check', twoSegments, good, '--json']);
    expect(JSON.parse(stdout)).toMatchObject([
      {
        findings: [
          {
            unit: 'u',
            segment: 's2',
            code: 'missing-code',
            severity: 'error',
            target: null,
            place: { line: 4, column: 9 },
          },
        ],
      },
      { findings: [] },
    ]);
  });

  it('prints SARIF, every result of a rule that is listed', () => {
    const { stdout, status } = recto(['check', wrong, twoSegments, '--sarif']);
    const [run] = sarifSchema.parse(JSON.parse(stdout)).runs;
    const rules = run.tool.driver.rules.map(({ id }) => id);
    expect(status).toBe(1);
    expect(run.results.map(({ ruleId }) => ruleId)).toContain('missing-code');
    expect(run.results.filter(({ ruleId }) => !rules.includes(ruleId))).toEqual([]);
    expect(run.results.at(-1)?.locations[0].logicalLocations[0].fullyQualifiedName).toBe(
      'unit u > segment s2',
    );
  });

  it('gives fixes as places of the file, where it has the target as it reads', () => {
    const unit = (id: string, target: string): string =>
      `<trans-unit id="${id}"><source>Is it so?</source>\n  <target>${target}</target></trans-unit>`;
    const path = xliff12(
      'fixes.xlf',
      [
        unit('plain', '𐎠 آيا\nكه است؟'),
        unit('reference', 'آيا &#x6cc; است؟'),
        unit('section', '<![CDATA[آيا]]> است؟'),
        unit('code', 'آيا <x id="1"/> است؟'),
      ].join('\r\n'),
    );
    const { stdout } = recto(['check', path, '--sarif', '--only', 'persian-arabic-letters']);
    const [{ results }] = fixesSchema.parse(JSON.parse(stdout)).runs;
    const fixed = results.flatMap(({ fixes }) => fixes ?? []);
    const lines = readFileSync(path, 'utf8').split(/\r\n|\n/u);
    const replaced = fixed.flatMap(({ artifactChanges: [{ replacements }] }) =>
      replacements.map(
        ({ deletedRegion: { startLine, startColumn, endLine, endColumn }, insertedContent }) => [
          startLine === endLine ? lines[startLine - 1]?.slice(startColumn - 1, endColumn - 1) : null,
          insertedContent.text,
        ],
      ),
    );
    expect(results.length).toBeGreaterThan(fixed.length);
    expect(replaced).toEqual([
      ['ي', 'ی'],
      ['ك', 'ک'],
    ]);
  });

  it('says why a file cannot be checked, and exits with 1', () => {
    const { status, stderr } = recto(['check', scratch.path('none.xlf')]);
    expect(status).toBe(1);
    expect(stderr).toContain('[file-not-found]');
  });
});
