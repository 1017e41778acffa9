/** Files of terms whose ids are longer than any address can be. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openWorkbench, type Workbench } from '../support/workbench.ts';
import { formWithFile, get, post } from './client.ts';

let bench: Workbench;

beforeAll(async () => {
  bench = await openWorkbench({ uploadLimit: 4 * 1024 * 1024 });
});
afterAll(() => bench.close());

it.each([
  ['tbx', tbxOf],
  ['csv', csvOf],
])('come in, and their concepts can be opened (%s)', async (kind, fileOf) => {
  const id = (await bench.usecases.store.terms.createTermbase(kind, 0))!;
  const path = `/termbases/${id}`;
  // Of Burmese each letter takes nine characters of an address; a pair of surrogates stands where it is cut.
  const long = `${'c'.repeat(59)}😀${'က'.repeat(100_000)}`;
  const fits = `c${'က'.repeat(499)}`;
  const rows: readonly IdAndTerm[] = [
    [long, 'lamp'],
    [`${long}x`, 'bread'],
    [fits, 'salt'],
    ...(kind === 'tbx' ? [[fits, 'door'] as const] : []),
  ];
  const file = { name: `a.${kind}`, text: fileOf(rows) };
  const { location } = await post(bench, `${path}/import`, formWithFile({}, file));
  const told = (await get(bench, location, { cookie: 'recto_language=en' })).text;
  expect(told.match(/terms-id-long/gu)).toHaveLength(2);
  expect(told).toMatch(/>line 2, column 1</u);
  const list = (await get(bench, path, { cookie: 'recto_language=en' })).text;
  const hrefs = [...list.matchAll(/href="([^"]*\/concept\?id=[^"]*)"/gu)].map(([, href]) => href!);
  expect(new Set(hrefs).size).toBe(rows.length);
  for (const href of hrefs) expect((await get(bench, href.replaceAll('&amp;', '&'))).status).toBe(200);
  // The same ids again are the same concepts.
  await post(bench, `${path}/import`, formWithFile({}, file));
  expect((await bench.usecases.store.terms.findTermbase(id))?.concepts).toBe(rows.length);
});

type IdAndTerm = readonly [id: string, term: string];

/** An entry a line, from the second line on. */
function tbxOf(rows: readonly IdAndTerm[]): string {
  const entries = rows.map(
    ([id, text]) =>
      `<conceptEntry id="${id}"><langSec xml:lang="en"><termSec><term>${text}</term></termSec></langSec></conceptEntry>`,
  );
  return `<tbx type="TBX-Core" style="dca" xml:lang="en" xmlns="urn:iso:std:iso:30042:ed-2"><text><body>\n${entries.join('\n')}</body></text></tbx>`;
}

function csvOf(rows: readonly IdAndTerm[]): string {
  return ['id,language,term', ...rows.map(([id, text]) => `${id},en,${text}`)].join('\n');
}
