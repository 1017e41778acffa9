/**
 * Lokalize, the real program, driven over D-Bus: our interview, half of it translated, is opened there, some entries
 * are set and saved; what comes back has these changed and nothing else, though Lokalize writes the file anew.
 */
import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { hasTool, runTool, TOOL_TIMEOUT } from '../support/cat-tool.ts';
import { scratchFolder } from '../support/cli.ts';
import { compare, fixedParts, inspect, plain, send, translation } from '../support/interview.ts';

const PACKAGES = {
  lokalize: '/usr/bin/lokalize',
  dbus: '/usr/bin/dbus-run-session',
  'qdbus-qt5': '/usr/lib/qt5/bin/qdbus',
};
const scratch = scratchFolder();
afterAll(() => {
  scratch.remove();
});

describe.each(['fa', 'my'] as const)('Lokalize, into %s', (language) => {
  it(
    'changes what was translated there and keeps the rest',
    async () => {
      if (!hasTool(PACKAGES)) return;
      const [sent, back] = ['sent', 'back'].map((name) => scratch.path(`${language}.${name}.xlf`));
      send('lokalize', language, sent!, (index) => index % 2 === 0);
      copyFileSync(sent!, back!);
      const home = scratch.path(`home-${language}`);
      mkdirSync(join(home, '.config'), { recursive: true });
      // Without a name for its phases the first edit would wait for a dialog.
      const author = 'authorName=Test\nauthorLocalizedName=Test\nauthorEmail=test@example.org\n';
      writeFileSync(join(home, '.config/lokalizerc'), `[Identity]\n${author}`);

      const known = translation(language);
      const edits = new Map<number, string>(
        known.flatMap(({ source, target }, index) => {
          const [from, to] = [source[0], target?.[0]];
          const isPlain = source.length === 1 && target?.length === 1 && from !== to;
          return isPlain && typeof to === 'string' && index < 24 ? [[index, `${to} ‌۲`] as const] : [];
        }),
      );
      expect(edits.size).toBeGreaterThan(5);
      // Set so, a text has no inline codes: nothing of it may be applied without a word.
      const bare = known.findIndex(({ source }) => typeof source[0] !== 'string');
      edits.set(bare, 'کتابخانه');
      const run = await runTool(
        'dbus-run-session',
        [
          ...['--', 'bash', join(import.meta.dirname, 'drive-lokalize.sh'), back!],
          ...[...edits].flatMap(([index, text]) => [String(index), text]),
        ],
        { home, env: { QT_QPA_PLATFORM: 'offscreen' } },
      );
      expect(run.status, run.output).toBe(0);
      expect(run.output).toContain(`entries: ${known.length}`);

      expect(fixedParts(inspect(back!))).toEqual(fixedParts(inspect(sent!)));
      const { rows } = compare(sent!, back!);
      rows.forEach(({ change, theirs, problems }, index) => {
        const edit = edits.get(index);
        const was = index % 2 === 0 ? plain(known[index]!.target) : null;
        expect([index, plain(theirs)]).toEqual([index, edit === undefined ? was : [edit]]);
        expect(problems.map(({ code }) => code).includes('code-missing')).toBe(index === bare);
        expect(change).toBe(edit === undefined ? 'kept' : was === null ? 'added' : 'changed');
      });
    },
    TOOL_TIMEOUT,
  );
});
