/** The validation of a document's file in the workbench: offered where there is a specification, told with its place. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { importSample, openWorkbench, type Workbench } from '../support/workbench.ts';

let workbench: Workbench;
beforeAll(async () => {
  workbench = await openWorkbench();
});
afterAll(() => workbench.close());

const xliff = (
  attributes: string,
): string => `<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2">
<file original="a" source-language="en" target-language="fa" datatype="html"><body>
<trans-unit id="1"${attributes}><source>One.</source></trans-unit></body></file></xliff>`;

async function imported(text: string, fileName = 'a.xlf'): Promise<string> {
  const id = await importSample(workbench.usecases, { fileName, text, targetLanguages: ['fa'] });
  return `${workbench.address}/documents/${id}`;
}

describe('validation of a document', () => {
  it('says that a valid file is valid', async () => {
    const document = await imported(xliff(''));
    expect(await (await fetch(document)).text()).toContain('/validation">Validate</a>');
    const answer = await fetch(`${document}/validation`);
    expect(answer.url).toContain('?notice=');
    expect(await answer.text()).toContain('as the specification of its format asks');
  });

  it('lists what is wrong, with code and place', async () => {
    const document = await imported(xliff(' approved="perhaps"'));
    const answer = await fetch(`${document}/validation`);
    const page = await answer.text();
    expect(answer.status).toBe(200);
    expect(page).toContain('What validation found in \u2068a.xlf\u2069');
    expect(page).toContain('rule-attribute-value');
    expect(page).toContain('trans-unit[1]#1/@approved');
  });

  it('is not offered for a format without a specification', async () => {
    const document = await imported('# One\n', 'a.md');
    expect(await (await fetch(document)).text()).not.toContain('/validation');
    expect((await fetch(`${document}/validation`)).status).toBe(404);
    expect((await fetch(`${workbench.address}/documents/999/validation`)).status).toBe(404);
  });
});
