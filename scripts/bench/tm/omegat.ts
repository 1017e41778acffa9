/** OmegaT's look through the whole memory, by its own classes (OmegatScan.java), where it is installed. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { percentiles, say } from './figures.ts';
import { questionsFor } from './rivals.ts';

const OMEGAT = '/usr/share/omegat/OmegaT.jar';

export function benchOmegat(all: readonly string[], heldBack: number): void {
  if (!existsSync(OMEGAT)) {
    say('OmegaT', 'not installed here');
    return;
  }
  const sources = all.slice(0, all.length - heldBack);
  const questions = questionsFor(sources);
  const { stdout, stderr, status } = spawnSync(
    'java',
    ['-cp', OMEGAT, '-Xmx3g', join(import.meta.dirname, 'OmegatScan.java'), String(questions.length)],
    {
      input: [...questions, ...sources].map((text) => text.replaceAll(/\s+/gu, ' ')).join('\n'),
      encoding: 'utf8',
      maxBuffer: 2 ** 26,
    },
  );
  if (status !== 0) say('OmegaT', `did not run: ${stderr.slice(0, 200)}`);
  else {
    const times = stdout
      .trim()
      .split('\n')
      .map((line) => Number(line.split(' ')[0]));
    say('OmegaT: a look at every unit (one pass of three)', percentiles(times));
  }
}
