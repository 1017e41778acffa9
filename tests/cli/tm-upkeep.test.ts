/** `recto tm stats` and `recto tm check`, as a person runs them. */
import { writeFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { recto, scratchFolder } from '../support/cli.ts';

const scratch = scratchFolder();
afterAll(() => {
  scratch.remove();
});

const answerSchema = z.looseObject({
  checks: z.array(z.looseObject({ check: z.string() })),
  findings: z.array(z.looseObject({ code: z.string() })),
});

const memory = ['--memory', 'M', '--data', scratch.path('data')];
const pair = ['--source-language', 'en', '--target-language', 'fa'];

beforeAll(() => {
  const tu = (source: string, target: string, about = ''): string =>
    `<tu ${about}><tuv xml:lang="en"><seg>${source}</seg></tuv><tuv xml:lang="fa"><seg>${target}</seg></tuv></tu>`;
  const file = scratch.path('a.tmx');
  const units = [
    tu('Room 42 is <ph x="1">&lt;br&gt;</ph> here.', 'اتاق ۴۳ <ph x="1">&lt;br&gt;</ph> اینجاست.'),
    tu('One lamp.', 'یک چراغ.', 'changeid="Ann" changedate="20240501T080000Z"'),
    tu('Two lamps.', 'دو  چراغ.', 'changeid="Ann" changedate="20230501T080000Z"'),
  ].join('');
  writeFileSync(file, `<tmx version="1.4"><header srclang="en"/><body>${units}</body></tmx>`);
  const { status, stderr } = recto(['tm', 'import', file, ...memory]);
  expect(status, stderr).toBe(0);
});

describe('recto tm stats', () => {
  it('counts a memory, for people and as JSON', () => {
    const told = recto(['tm', 'stats', ...memory]);
    expect(told).toMatchObject({ status: 0, stderr: '' });
    expect(told.stdout).toMatch(/^M: 3 units$/mu);
    expect(told.stdout).toMatch(/^ +3 +8 +\d+ +1 {2}en$/mu);
    expect(told.stdout).toMatch(/^ +2 {2}Ann$/mu);
    const { status, stdout } = recto(['tm', 'stats', ...memory, '--json']);
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      ...{ memory: 'M', tus: 3, looked: 3, total: 3, problems: [] },
      languages: [
        { language: 'en', texts: 3, words: 8, withCodes: 1, estimate: false },
        { language: 'fa', texts: 3, withCodes: 1 },
      ],
      kinds: { human: 3, machine: 0, aligned: 0 },
      years: [
        [2024, 1],
        [2023, 1],
        [null, 1],
      ],
      authors: { others: 0 },
      lastChanged: Date.UTC(2024, 4, 1, 8),
    });
  });
});

describe('recto tm check', () => {
  it('lists findings with their units, and exits with 1', () => {
    const told = recto(['tm', 'check', ...memory, ...pair]);
    expect(told).toMatchObject({ status: 1, stderr: '' });
    expect(told.stdout).toMatch(/^M: unit \d+: warning: [^\n]* \[numbers\]\n {2}Room 42 is {2}here\.\n/mu);
    expect(told.stdout).toMatch(/^M: 3 units, \d+ findings$/mu);
    const { status, stdout } = recto(['tm', 'check', ...memory, ...pair, '--json']);
    expect(status).toBe(1);
    const answer = answerSchema.parse(JSON.parse(stdout));
    expect(answer).toMatchObject({ memory: 'M', source: 'en', target: 'fa', checked: 3, problems: [] });
    expect(answer.checks.find(({ check }) => check === 'numbers')).toMatchObject({ count: 2, kept: 2 });
    const [spaces] = answer.findings.filter(({ code }) => code === 'double-space');
    expect(spaces).toMatchObject({ source: 'Two lamps.', target: 'دو  چراغ.', span: { start: 2, end: 4 } });
    const [numbers] = answer.findings.filter(({ code }) => code === 'numbers');
    expect(numbers).toMatchObject({ severity: 'warning', source: ['Room 42 is ', {}, ' here.'] });
  });

  it('is content with a pair that nothing is wrong with, and says which memory is not there', () => {
    const none = ['--source-language', 'en', '--target-language', 'my'];
    const fine = recto(['tm', 'check', ...memory, ...none]);
    expect(fine).toMatchObject({ status: 0, stdout: 'M: 0 units, 0 findings\n' });
    for (const command of [['stats'], ['check', ...pair]]) {
      const missing = recto(['tm', ...command, '--memory', 'none', '--data', scratch.path('data'), '--json']);
      expect(missing.status).toBe(1);
      expect(JSON.parse(missing.stdout)).toMatchObject({
        memory: 'none',
        problems: [{ code: 'memory-not-found' }],
      });
    }
    expect(recto(['tm', 'check', ...memory]).status).toBe(2);
  });
});
