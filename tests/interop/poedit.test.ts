/**
 * Poedit, the real program, on a screen that is not there: our interview, one unit a segment, is opened, a few
 * entries are edited by the keyboard, inline codes included, and saved; only these have changed.
 */
import { copyFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { hasTool, runTool, TOOL_TIMEOUT, type ToolRun } from '../support/cat-tool.ts';
import { scratchFolder } from '../support/cli.ts';
import { compare, fixedParts, inspect, plain, send, translation } from '../support/interview.ts';

const PACKAGES = {
  poedit: '/usr/bin/poedit',
  xvfb: '/usr/bin/xvfb-run',
  xauth: '/usr/bin/xauth',
  xdotool: '/usr/bin/xdotool',
  xclip: '/usr/bin/xclip',
  dbus: '/usr/bin/dbus-run-session',
};
const ATTEMPTS = 3;
const scratch = scratchFolder();
afterAll(() => {
  scratch.remove();
});

/** The first entries in order: a line break within, plain text, left alone, plain text in two scripts. */
const EDITS = [
  ['append', '؛ نخست'],
  ['replace', 'گفت‌وگو با میلاد «می‌خواهیم»'],
  ['skip', '-'],
  ['replace', 'ဟိန်းထက်ကျော်'],
] as const;

describe.each(['fa', 'my'] as const)('Poedit, into %s', (language) => {
  it(
    'changes what was edited there and nothing else',
    async () => {
      if (!hasTool(PACKAGES)) return;
      const sent = scratch.path(`${language}.xlf`);
      // The first entries are empty, others translated.
      send('poedit', language, sent, (index) => index > 10);
      let run: ToolRun = { status: null, output: '' };
      let back = '';
      // Keys may go astray on a machine that is very busy: then all begins anew.
      for (let attempt = 1; attempt <= ATTEMPTS && run.status !== 0; attempt += 1) {
        const home = scratch.path(`home-${language}-${attempt}`);
        mkdirSync(home);
        back = join(home, 'interview.xlf');
        copyFileSync(sent, back);
        const screen = ['-a', '-s', '-screen 0 1200x800x24'];
        const driver = ['bash', join(import.meta.dirname, 'drive-poedit.sh'), back, ...EDITS.flat()];
        run = await runTool('xvfb-run', [...screen, 'dbus-run-session', '--', ...driver], {
          home,
          limit: 70,
        });
      }
      expect(run.status, run.output).toBe(0);

      expect(fixedParts(inspect(back))).toEqual(fixedParts(inspect(sent)));
      const { rows } = compare(sent, back);
      const known = translation(language);
      rows.forEach(({ change, source, theirs, theirState, problems }, index) => {
        const [way = 'skip', text = ''] = EDITS[index] ?? [];
        if (way === 'skip') expect(change, `entry ${index}`).toBe('kept');
        else {
          expect([change, theirState]).toEqual(['added', 'translated']);
          const end = source.at(-1);
          const appended = [...source.slice(0, -1), `${typeof end === 'string' ? end : ''}${text}`];
          expect(plain(theirs)).toEqual(way === 'replace' ? [text] : plain(appended));
        }
        expect(problems).toEqual([]);
      });
      expect(rows).toHaveLength(known.length);
    },
    TOOL_TIMEOUT,
  );
});
