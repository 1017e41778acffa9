/**
 * docs/problems.md: every code of a problem, grouped as in core/problem.ts, with its severity and its English
 * message. Without arguments the page is written; `--check` fails where it is not current.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { format, resolveConfig } from 'prettier';
import ts from 'typescript';
import { z } from 'zod';
import { PROBLEMS } from '../server/core/problem.ts';
import { problemSections } from './problem-sections.ts';

const PAGE = 'docs/problems.md';

const severities = new Map<string, string>(Object.entries(PROBLEMS));

/** With more of them, a code is of the whole specification; each problem names its own. */
const MOST_SECTIONS = 4;

const INTRODUCTION = `# Problems

What Recto says about a file or a change that is not as it should be. A code keeps its meaning for ever; the message
beside it is in the reader's language (here English, \`{…}\` stands for a value). An _error_ means that the thing asked
for was not done, a _warning_ that it was done and somebody should look, a _note_ that it is good to know. On the command
line, \`--json\` gives code, severity, place, values and, where a specification is broken, its section (\`rule\`).

Sections such as “XLIFF 2.1 §4.3.1.8” are those of <https://docs.oasis-open.org/xliff/xliff-core/v2.1/xliff-core-v2.1.html>;
of 1.x, “XLIFF 1.2 #approved” is that name in <https://docs.oasis-open.org/xliff/v1.2/os/xliff-core.html>. Where none stands
here, it goes with the element at fault, and the problem itself names it.

This page is generated: \`node --import tsx scripts/problems-page.ts\`.
`;

interface Group {
  readonly name: string;
  readonly codes: readonly string[];
}

/** The page's text, as prettier leaves it. */
export async function problemsPage(root: string): Promise<string> {
  const catalogue = readFileSync(join(root, 'locales/en/problems.json'), 'utf8');
  const messages = z.record(z.string(), z.string()).parse(JSON.parse(catalogue));
  const groups = groupsOf(readFileSync(join(root, 'server/core/problem.ts'), 'utf8'));
  const sections = problemSections(root);
  const parts = groups.map(({ name, codes }) => {
    const items = codes.map((code) => {
      const where = sections.get(code) ?? [];
      const look = where.length === 0 || where.length > MOST_SECTIONS ? '' : ` See ${where.join(', ')}.`;
      return `- \`${code}\` (${severities.get(code) ?? ''}): ${plain((messages[code] ?? '') + look)}`;
    });
    return [`## ${titleOf(name)}`, '', ...items, ''].join('\n');
  });
  const file = join(root, PAGE);
  const options = await resolveConfig(file);
  return format([INTRODUCTION, ...parts].join('\n'), { ...options, filepath: file });
}

/** The comments that stand alone in the list, each with the codes below it. */
function groupsOf(source: string): readonly Group[] {
  const file = ts.createSourceFile('problem.ts', source, ts.ScriptTarget.ES2023, true);
  const groups: { name: string; codes: string[] }[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isVariableDeclaration(node) && node.name.getText() === 'PROBLEMS') collect(node);
    else ts.forEachChild(node, visit);
  };
  const collect = (node: ts.Node): void => {
    if (ts.isPropertyAssignment(node)) {
      const comments = ts.getLeadingCommentRanges(source, node.getFullStart()) ?? [];
      for (const { pos, end } of comments) {
        groups.push({ name: source.slice(pos, end).replace(/^\/\/\s*/, ''), codes: [] });
      }
      groups.at(-1)?.codes.push(ts.isStringLiteral(node.name) ? node.name.text : node.name.getText());
    } else ts.forEachChild(node, collect);
  };
  visit(file);
  return groups;
}

function titleOf(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}

/** The arguments' types left out, nothing read as markup. */
function plain(message: string): string {
  return message.replace(/\{(\w+), \w+\}/g, '{$1}').replace(/[<>*_[\]`\\]/g, '\\$&');
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const root = resolve(import.meta.dirname, '..');
  const page = await problemsPage(root);
  const file = join(root, PAGE);
  if (!process.argv.includes('--check')) writeFileSync(file, page);
  else if (readFileSync(file, 'utf8') !== page) {
    console.error(`${PAGE} is not current: node --import tsx scripts/problems-page.ts`);
    process.exitCode = 1;
  }
}
