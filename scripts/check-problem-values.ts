/**
 * Holds the places that make a problem to its message: every value that the message shows must be given. Found by
 * TypeScript's parser in calls `problem('code', place, { … })`; values that are not written out there are trusted.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { parse, TYPE } from '@formatjs/icu-messageformat-parser';
import ts from 'typescript';
import { walkMessage } from '../server/catalog/placeholders.ts';

/** `file:line: complaint` for each; `messages` are the English ones, by code. */
export function checkProblemValues(
  root: string,
  messages: Readonly<Record<string, string>>,
): readonly string[] {
  const folder = join(root, 'server');
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .sort()
    .flatMap((name) => {
      const file = join(folder, name);
      return complaintsOf(readFileSync(file, 'utf8'), messages).map(
        (complaint) => `${relative(root, file)}:${complaint}`,
      );
    });
}

/** For one file's text, as `line: complaint`. */
export function complaintsOf(text: string, messages: Readonly<Record<string, string>>): readonly string[] {
  const source = ts.createSourceFile('file.ts', text, ts.ScriptTarget.ES2023, true);
  const complaints: string[] = [];
  const visit = (node: ts.Node): void => {
    const made = ts.isCallExpression(node) ? problemOf(node) : null;
    if (made !== null) {
      const missing = argumentsOf(messages[made.code] ?? '').filter((name) => !made.values.includes(name));
      const line = source.getLineAndCharacterOfPosition(node.getStart()).line + 1;
      complaints.push(...missing.map((name) => `${line}: ${made.code} is made without {${name}}`));
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return complaints;
}

interface MadeProblem {
  readonly code: string;
  readonly values: readonly string[];
}

/** null where it is another call, or where code or values are not written out. */
function problemOf(call: ts.CallExpression): MadeProblem | null {
  if (!ts.isIdentifier(call.expression) || call.expression.text !== 'problem') return null;
  const [code, , values] = call.arguments;
  if (code === undefined || !ts.isStringLiteral(code)) return null;
  if (values === undefined) return { code: code.text, values: [] };
  if (!ts.isObjectLiteralExpression(values) || values.properties.some(ts.isSpreadAssignment)) return null;
  return { code: code.text, values: values.properties.map((property) => property.name?.getText() ?? '') };
}

function argumentsOf(message: string): readonly string[] {
  const names = new Set<string>();
  walkMessage(parse(message), (element) => {
    const isArgument =
      element.type !== TYPE.literal && element.type !== TYPE.pound && element.type !== TYPE.tag;
    if (isArgument) names.add(element.value);
  });
  return [...names];
}
