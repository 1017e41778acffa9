/** Asking a machine in the editor, in a real browser: only when somebody says so, marked until somebody confirms it. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { setMachineSettings } from '../../server/usecases/machine-settings.ts';
import { hasChromium } from '../support/chromium.ts';
import { editorSuite } from '../support/editor-suite.ts';
import { openMachineServer, type MachineServer } from '../support/machine-server.ts';

describe.runIf(hasChromium())('a machine in the editor', () => {
  const suite = editorSuite();
  let machine: MachineServer;
  beforeAll(async () => {
    machine = await openMachineServer();
  });
  afterAll(async () => {
    await machine.close();
  });

  test('is not there where none is set up', async () => {
    const editor = await suite.open();
    expect(await editor.page.locator('[data-machine]').count()).toBe(0);
    await editor.press('Alt+Digit0');
    expect(editor.complaints).toEqual([]);
  });

  test('is asked by key, and what it says is a draft of its own until a person confirms it', async () => {
    const { store } = suite.workbench.usecases;
    const [project] = await store.listProjects();
    const settings = { provider: 'libre-translate', url: machine.address, key: '', model: '', price: 20 };
    await setMachineSettings(suite.workbench.usecases, project!.id, { ...settings, context: false });
    const editor = await suite.open();
    const { page } = editor;
    expect(machine.asked).toEqual([]);
    expect(await page.locator('[data-machine]').innerText()).toContain('127.0.0.1');
    await expect.poll(() => page.locator('[data-machine-cost]').innerText()).toContain('at most 0.00');
    await editor.press('Alt+Digit0');
    await expect.poll(() => editor.text()).toContain('THE LAMP');
    await editor.saved();
    expect(await suite.stored(2)).toMatchObject({
      state: 'initial',
      origin: { kind: 'machine', provider: 'libre-translate', model: '' },
    });
    await expect.poll(() => editor.row(2).locator('.state').innerText()).toContain('machine');
    expect(machine.asked).toHaveLength(1);
    await editor.press('Control+Enter');
    await expect.poll(async () => (await suite.stored(2))?.state).toBe('translated');
    await expect.poll(() => editor.row(2).locator('.state').innerText()).not.toContain('machine');
    expect(editor.complaints).toEqual([]);
  });
});
