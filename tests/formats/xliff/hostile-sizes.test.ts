/** Files that are hostile by their size: read in a process with little memory, and refused or read within bounds. */
import { execFileSync } from 'node:child_process';
import { expect, it } from 'vitest';
import { z } from 'zod';
import { root } from '../../support/workbench.ts';

/** Object memory of the process, in MiB: a seventh of the largest of these files. */
const OBJECTS = 160;

const script = `
import { findFormat } from './server/formats/registry.ts';
const MIB = 1024 * 1024;
const head = '<xliff version="1.2"><file original="a" source-language="en"><body><trans-unit id="1"><source>a';
const tail = '</source></trans-unit></body></file></xliff>';
const filled = (before, fill, times, after) =>
  Buffer.concat([Buffer.from(before), Buffer.alloc(fill.length * times, fill), Buffer.from(after)]);
const entity = 'x'.repeat(100_000);
const FILES = {
  '1 GiB in one attribute': () => filled(head + '<x id="', 'x', 1024 * MIB, '"/>' + tail),
  '1 GiB of attributes': () => filled(head + '<x ', 'a="1" ', 180 * MIB, '/>' + tail),
  'quadratic blow-up': () => Buffer.from('<!DOCTYPE x [<!ENTITY a "' + entity + '">]>' + head + '&a;'.repeat(100_000) + tail),
  'parameter entities': () => Buffer.from('<!DOCTYPE x [<!ENTITY % a "b"> %a;]>' + head + tail),
  '100,000 groups': () => Buffer.from('<xliff version="1.2"><file><body>' + '<group>'.repeat(100_000)),
  '100,000 units, all with one id': () => filled('<xliff version="1.2"><file><body>', '<trans-unit id="1"/>', 100_000, '</body></file></xliff>'),
  '20 MiB of references': () => filled(head, '&#1;&lt;', 2_500_000, tail),
  '20 MiB of comments': () => filled(head, '<!-- a -->', 2 * MIB, tail),
};
const found = {};
for (const [name, make] of Object.entries(FILES)) {
  try {
    const { document, problems } = findFormat('xliff12').read(make(), { switches: {} });
    found[name] = document === null ? problems.filter((each) => each.severity === 'error').map((each) => each.code).slice(0, 1).join() : 'read';
  } catch (error) {
    found[name] = 'thrown ' + error.message;
  }
}
console.log(JSON.stringify(found));
`;

it('are refused or read, none throws, none takes more than its bounds', () => {
  const args = [
    `--max-old-space-size=${OBJECTS}`,
    '--import',
    'tsx',
    '--input-type=module',
    '--eval',
    script,
  ];
  const out = execFileSync(process.execPath, args, { cwd: root, encoding: 'utf8', maxBuffer: 1e6 });
  expect(z.record(z.string(), z.string()).parse(JSON.parse(out))).toEqual({
    '1 GiB in one attribute': 'text-too-long',
    '1 GiB of attributes': 'xml-malformed',
    'quadratic blow-up': 'xml-dtd',
    'parameter entities': 'xml-dtd',
    '100,000 groups': 'nesting-too-deep',
    '100,000 units, all with one id': 'read',
    '20 MiB of references': 'xml-character-illegal',
    '20 MiB of comments': 'read',
  });
}, 300_000);
