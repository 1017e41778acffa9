/** translate-toolkit's pofilter over the same pairs, where it is installed: its tests by the names of our checks. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CheckedSegment } from '../../server/core/qa/check.ts';

/** Which of its tests look for the same thing; a pair that one of them flags is counted. */
const SAME: Readonly<Record<string, readonly string[]>> = {
  'same-as-source': ['unchanged'],
  placeholders: ['printf', 'variables', 'pythonbraceformat'],
  'markup-in-text': ['xmltags'],
  numbers: ['numbers'],
  url: ['urls'],
  email: ['emails'],
  'file-path': ['filepaths'],
  'edge-space': ['startwhitespace', 'endwhitespace', 'newlines'],
  'double-space': ['doublespacing'],
  'doubled-word': ['doublewords'],
  'end-punctuation': ['endpunc'],
  brackets: ['brackets'],
  quotes: ['doublequoting', 'singlequoting'],
  'length-ratio': ['long', 'short'],
  acronym: ['acronyms'],
};

/** Flagged pairs by our check's id; null where the program is not there. */
export function runPofilter(
  pairs: readonly CheckedSegment[],
  language: string,
): ReadonlyMap<string, number> | null {
  const folder = mkdtempSync(join(tmpdir(), 'recto-pofilter-'));
  try {
    const [input, output] = [join(folder, 'in.po'), join(folder, 'out.po')];
    writeFileSync(input, poOf(pairs, language));
    const tests = Object.values(SAME)
      .flat()
      .flatMap((test) => ['-t', test]);
    const args = ['--progress=none', `--language=${language}`, ...tests, input, output];
    const { error, status } = spawnSync('pofilter', args);
    if (error !== undefined || status !== 0) return null;
    return countOf(readFileSync(output, 'utf8'));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function poOf(pairs: readonly CheckedSegment[], language: string): string {
  const header = `msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n"Language: ${language}\\n"\n`;
  const entries = pairs.map(
    ({ source, target }, index) => `msgctxt "${index}"\nmsgid ${quoted(source)}\nmsgstr ${quoted(target)}\n`,
  );
  return [header, ...entries].join('\n');
}

function quoted(text: string): string {
  const escaped = text.replaceAll('\\', '\\\\').replaceAll('"', '\\"');
  return `"${escaped.replaceAll('\n', '\\n').replaceAll('\t', '\\t').replaceAll('\r', '\\r')}"`;
}

function countOf(po: string): ReadonlyMap<string, number> {
  const counts = new Map(Object.keys(SAME).map((id) => [id, 0]));
  for (const entry of po.split('\n\n')) {
    const found = new Set([...entry.matchAll(/^# \(pofilter\) ([a-z]+)/gmu)].map(([, test]) => test));
    for (const [id, tests] of Object.entries(SAME)) {
      if (tests.some((test) => found.has(test))) counts.set(id, (counts.get(id) ?? 0) + 1);
    }
  }
  return counts;
}
