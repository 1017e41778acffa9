/** A problem in a person's words: where, what, and the code to look up. */
import type { Place, Problem } from '../core/problem.ts';
import type { Translator } from './translator.ts';

/** The message alone. */
export function problemMessage(translator: Translator, problem: Problem): string {
  return translator.t(`problems:${problem.code}`, problem.values);
}

/** `file:12:3: error: message (XLIFF 2.1 §4.2.2.5) [code]`, as compilers write it. */
export function describeProblem(translator: Translator, problem: Problem, file = ''): string {
  const place = [file, describePlace(problem.place)].filter((part) => part !== '').join(':');
  const severity = translator.t(`problems:severity-${problem.severity}`);
  const rule = problem.rule === undefined || problem.rule === '' ? '' : ` (${problem.rule})`;
  const message = problemMessage(translator, problem);
  return `${place === '' ? '' : `${place}: `}${severity}: ${message}${rule} [${problem.code}]`;
}

function describePlace(place: Place | null): string {
  if (place === null) return '';
  const position = [place.line, place.column].filter((part) => part !== undefined).join(':');
  return [position, place.path ?? ''].filter((part) => part !== '').join(' ');
}
