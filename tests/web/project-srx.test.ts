/** A project's own segmentation rules: brought with the file, shown, replaced, refused, taken away. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { textOf } from '../../server/core/text/content.ts';
import { segmenterFor } from '../../server/usecases/project-srx.ts';
import { openWorkbench, tag, type Workbench } from '../support/workbench.ts';
import { get, post } from './client.ts';

let workbench: Workbench;
beforeAll(async () => {
  workbench = await openWorkbench();
});
afterAll(async () => {
  await workbench.close();
});

const srx = (
  before: string,
): string => `<srx version="2.0"><header segmentsubflows="yes" cascade="yes"/><body>
<languagerules><languagerule languagerulename="A"><rule break="yes"><beforebreak>${before}</beforebreak>
<afterbreak>\\s</afterbreak></rule></languagerule></languagerules>
<maprules><languagemap languagepattern=".*" languagerulename="A"/></maprules></body></srx>`;

function form(fields: Readonly<Record<string, string>>, files: Readonly<Record<string, string>>): FormData {
  const data = new FormData();
  for (const [name, value] of Object.entries(fields)) data.append(name, value);
  for (const [name, text] of Object.entries(files)) data.append(name, new File([text], `${name}.srx`));
  return data;
}

const languages = { sourceLanguage: 'en', targetLanguages: 'fa' };

test('cut the text that comes with them, and are kept, shown, replaced and removed', async () => {
  const created = await post(
    workbench,
    '/projects',
    form({ ...languages, name: 'Semicolons' }, { srx: srx(';'), file: 'One. Two; three.\n' }),
  );
  expect(created.status).toBe(303);
  const { store } = workbench.usecases;
  const project = (await store.listProjects()).find((each) => each.name === 'Semicolons')!;
  const [document] = await store.listDocuments(project.id);
  const { segments } = await store.listSegments(document!.id, tag('fa'), {}, 0, 10);
  expect(segments.map((each) => textOf(each.source))).toEqual(['One. Two;', 'three.']);

  const path = `/projects/${project.id}/settings`;
  expect((await get(workbench, path)).text).toContain('srx.srx');
  const broken = await post(workbench, `${path}/srx`, form({}, { srx: srx('(;') }));
  expect(broken.status).toBe(303);
  const shown = await get(workbench, path);
  expect(shown.text).toContain('(;');
  const segmenter = await segmenterFor(workbench.usecases, document!.id);
  expect(segmenter('A; b. c', { language: tag('en') })).toHaveLength(1);

  const refused = await post(workbench, `${path}/srx`, form({}, { srx: '<tmx/>' }));
  expect(refused.status).toBe(422);
  expect((await store.findProjectSrx(project.id))?.bytes).toEqual(new TextEncoder().encode(srx('(;')));
  expect((await post(workbench, `${path}/srx`, form({}, {}))).status).toBe(422);

  expect((await post(workbench, `${path}/srx/remove`, {})).status).toBe(303);
  expect(await store.findProjectSrx(project.id)).toBeNull();
  expect(
    (await segmenterFor(workbench.usecases, document!.id))('It is. We go.', { language: tag('en') }),
  ).toHaveLength(2);
});

test('that cannot be read refuse the project, and nothing is kept', async () => {
  const before = (await workbench.usecases.store.listProjects()).length;
  const answer = await post(
    workbench,
    '/projects',
    form({ ...languages, name: 'x' }, { srx: 'no XML', file: 'One.\n' }),
  );
  expect(answer.status).toBe(422);
  expect(await workbench.usecases.store.listProjects()).toHaveLength(before);
  expect((await post(workbench, '/projects/999999/settings/srx', form({}, {}))).status).toBe(404);
});
