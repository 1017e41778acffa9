/**
 * Where a problem's code is to be looked up: the sections that the rules of XLIFF name when they report it. Found by
 * TypeScript's parser in calls `run.report('code', …, 'section')`. A code that is somewhere reported without a section
 * written out has the section of the element at fault, not one of its own.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';

const FOLDERS = [
  'server/formats/shared/rules',
  'server/formats/xliff12/rules',
  'server/formats/xliff2/rules',
];

/** The sections by code, as the rules cite them; none for a code whose section goes with the element at fault. */
export function problemSections(root: string): ReadonlyMap<string, readonly string[]> {
  const sections = new Map<string, Set<string>>();
  const general = new Set<string>();
  for (const folder of FOLDERS) {
    for (const name of readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).sort()) {
      if (!name.endsWith('.ts')) continue;
      for (const [code, section] of reportsOf(readFileSync(join(root, folder, name), 'utf8'))) {
        if (section === null) general.add(code);
        else sections.set(code, (sections.get(code) ?? new Set()).add(cited(section)));
      }
    }
  }
  const own = [...sections].filter(([code]) => !general.has(code));
  return new Map(own.map(([code, found]) => [code, [...found].sort()]));
}

/** Code and section of each report in a file's text; null where the section is not written out. Exported for its test. */
export function reportsOf(text: string): readonly (readonly [code: string, section: string | null])[] {
  const file = ts.createSourceFile('file.ts', text, ts.ScriptTarget.ES2023, true);
  const constants = new Map<string, string>();
  const reports: (readonly [string, string | null])[] = [];
  const textOf = (node: ts.Node | undefined): string | undefined => {
    if (node === undefined) return undefined;
    if (ts.isStringLiteralLike(node)) return node.text;
    return ts.isIdentifier(node) ? constants.get(node.text) : undefined;
  };
  const visit = (node: ts.Node): void => {
    if (ts.isVariableDeclaration(node)) {
      const value = textOf(node.initializer);
      if (value !== undefined) constants.set(node.name.getText(), value);
    }
    if (ts.isCallExpression(node) && node.expression.getText().endsWith('.report')) {
      const [code, section] = [textOf(node.arguments[0]), textOf(node.arguments[4])];
      if (code !== undefined) reports.push([code, section === undefined || section === '' ? null : section]);
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return reports;
}

function cited(section: string): string {
  if (section.startsWith('#')) return `XLIFF 1.2 ${section}`;
  return /^\d/.test(section) ? `XLIFF 2.1 §${section}` : section;
}
