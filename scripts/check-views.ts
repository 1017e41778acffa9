/**
 * Holds every template to the type of its view. Each is compiled by EJS itself, its body is set into a function of
 * the type that its first line names (`<%# @view Type from './file.ts' -%>`), and TypeScript checks all of them at
 * once. Besides: no inline script, style or handler (the pages' policy forbids them), and nothing goes out
 * unescaped but a partial or SafeHtml.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import ejs from 'ejs';
import ts from 'typescript';
import { TEMPLATE_OPTIONS } from '../server/web/render.ts';

const HEADER = /^<%# @view (?<type>(?<name>\w+)[^ ]*) from '(?<from>[^']+)' -%>/;

const FORBIDDEN: readonly (readonly [pattern: RegExp, complaint: string])[] = [
  [/\son\w+\s*=/i, 'an inline event handler'],
  [/\sstyle\s*=/i, 'an inline style'],
  [/<style\b/i, 'an inline style sheet'],
  [/<script\b(?![^>]*\ssrc=)/i, 'an inline script'],
  [/javascript:/i, 'a script as an address'],
  [
    /<%-(?!\s*(include\(|view\.[\w.]+\s*-?%>))/,
    'raw output of something that is neither a partial nor a field',
  ],
];

/** What is wrong with the templates below `folder`, as `file:line: complaint`; none where all is well. */
export function checkViews(root: string, folder: string = join(root, 'views')): readonly string[] {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ejs'))
    .sort()
    .map((name) => join(folder, name));
  const complaints: string[] = [];
  const functions = new Map<string, string>();
  for (const file of files) {
    const text = readFileSync(file, 'utf8');
    complaints.push(...forbidden(text).map((each) => `${relative(root, file)}:${each}`));
    const source = asFunction(root, file, text);
    if (source === null) complaints.push(`${relative(root, file)}:1: the first line names no view type`);
    else functions.set(`${file}.ts`, source);
  }
  return [...complaints, ...typeErrors(root, functions)];
}

function forbidden(text: string): readonly string[] {
  // Text alone; what stands in tags is code, and line breaks keep their number.
  const literal = text.replace(/<%[^-].*?%>/gs, (tag) => tag.replace(/[^\n]/g, ''));
  return FORBIDDEN.flatMap(([pattern, complaint]) => {
    const at = literal.search(pattern);
    return at === -1 ? [] : [`${literal.slice(0, at).split('\n').length}: ${complaint}`];
  });
}

function asFunction(root: string, file: string, text: string): string | null {
  const header = HEADER.exec(text)?.groups;
  if (header === undefined) return null;
  const template = new ejs.Template(text, { ...TEMPLATE_OPTIONS, filename: file, compileDebug: true });
  template.compile();
  // EJS declares its own way out, which takes anything; ours takes only what may go out.
  const body = template.source.replace(/^\s*function __append.*$/m, '');
  const web = join(root, 'server/web');
  return `import type { ${String(header['name'])} } from '${String(header['from'])}';
import type { SafeHtml } from '${web}/safe-html.ts';
import type { PartialViews as AllPartials } from '${web}/views.ts';
declare function escapeFn(value: string | number | boolean): SafeHtml;
declare function include<Name extends keyof AllPartials>(name: Name, view: AllPartials[Name]): SafeHtml;
declare function __append<const Text extends string>(
  text: string extends Text ? (Text extends SafeHtml ? Text : never) : Text,
): void;
export function template(view: ${String(header['type'])}): string {
  let __line = 1;
${body}
}
`;
}

/** Checks the functions as if they lay beside their templates. */
function typeErrors(root: string, functions: ReadonlyMap<string, string>): readonly string[] {
  const config = ts.readConfigFile(join(root, 'tsconfig.json'), (path) => ts.sys.readFile(path));
  const { options } = ts.parseJsonConfigFileContent(config.config, ts.sys, root);
  const disk = ts.createCompilerHost(options);
  const host: ts.CompilerHost = {
    ...disk,
    fileExists: (path) => functions.has(path) || disk.fileExists(path),
    readFile: (path) => functions.get(path) ?? disk.readFile(path),
    getSourceFile: (path, ...rest) => {
      const text = functions.get(path);
      return text === undefined
        ? disk.getSourceFile(path, ...rest)
        : ts.createSourceFile(path, text, ts.ScriptTarget.ES2023, true);
    },
  };
  const program = ts.createProgram(
    [...functions.keys()],
    { ...options, noUnusedLocals: false, noUnusedParameters: false },
    host,
  );
  return [...functions.keys()].flatMap((path) => {
    const source = program.getSourceFile(path);
    if (source === undefined) return [`${path}: not compiled`];
    const found = [...program.getSyntacticDiagnostics(source), ...program.getSemanticDiagnostics(source)];
    return found.map(
      (each) =>
        `${relative(root, path.slice(0, -'.ts'.length))}:${lineOf(source.text, each.start ?? 0)}: ${ts.flattenDiagnosticMessageText(each.messageText, ' ')}`,
    );
  });
}

/** EJS marks in what it makes which line of the template each piece comes from. */
function lineOf(source: string, position: number): string {
  const marks = [...source.slice(0, position).matchAll(/__line = (\d+)/g)];
  return marks.at(-1)?.[1] ?? '1';
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const complaints = checkViews(resolve(import.meta.dirname, '..'));
  for (const complaint of complaints) console.error(complaint);
  process.exitCode = complaints.length === 0 ? 0 : 1;
}
