/**
 * Placeholders of programs are the same in source and target: those with a name or a number may move, those of
 * printf without one keep their order. Widths and flags are free (`%d` may become glibc's `%Id`, local digits), and
 * what MediaWiki only chooses a form by (`{{GENDER:$2|…}}`) may be left out.
 */
import type { Check, CheckedSegment, Finding } from '../check.ts';
import { isDateFormat, placeholdersOf, type Placeholder } from '../text/placeholders.ts';

export const placeholders: Check = {
  id: 'placeholders',
  languages: 'all',
  severity: 'error',
  issueType: 'pattern-problem',
  messages: ['missing', 'extra', 'order'],
  example: {
    source: 'Copied %1$s of %2$s to {folder}',
    target: '%1$s از %۲$s در {folder} رونوشت شد',
    mended: '%1$s از %2$s در {folder} رونوشت شد',
    targetLanguage: 'fa',
  },
  find: findPlaceholders,
};

function findPlaceholders({ source, target }: CheckedSegment): readonly Finding[] {
  const [wanted, given] = [placeholdersOf(source), placeholdersOf(target)];
  if (wanted.length === 0 && given.length === 0) return [];
  return [
    ...compareNamed(wanted, given, source),
    ...comparePrintf(
      isDateFormat(source) ? [] : wanted.filter(isPrintf),
      isDateFormat(source) ? [] : given.filter(isPrintf),
    ),
  ];
}

function isPrintf({ kind }: Placeholder): boolean {
  return kind === 'printf';
}

function compareNamed(
  wanted: readonly Placeholder[],
  given: readonly Placeholder[],
  source: string,
): readonly Finding[] {
  const keyOf = ({ kind, name }: Placeholder): string => `${kind} ${name}`;
  const [inSource, inTarget] = [wanted, given].map((each) => each.filter((one) => !isPrintf(one)));
  if (inSource === undefined || inTarget === undefined) return [];
  const here = new Set(inTarget.map(keyOf));
  const there = new Set(inSource.map(keyOf));
  const isNeeded = needed(inSource, source);
  const seen = new Set<string>();
  const lacking = inSource.filter((each) => {
    const key = keyOf(each);
    if (here.has(key) || seen.has(key) || !isNeeded(each)) return false;
    seen.add(key);
    return true;
  });
  // A brace or a percent sign more is only a placeholder where the source has such.
  const more = inTarget.filter(
    (each) => !there.has(keyOf(each)) && inSource.some(({ kind }) => kind === each.kind),
  );
  return [...lacking.map(missing), ...more.map(extra)];
}

/** Which of the source's must be in the target. */
function needed(wanted: readonly Placeholder[], source: string): (placeholder: Placeholder) => boolean {
  const dollars = wanted.filter(({ kind }) => kind === 'dollar');
  // Arguments are counted from one; a lone $5 is a price.
  const areArguments = dollars.some(({ name }) => name === '1') || dollars.length > 1;
  const told = new Set(
    dollars
      .filter(
        ({ start }) =>
          !/\{\{(?:GENDER|PLURAL|GRAMMAR)\s?:\s?$/iu.test(source.slice(Math.max(0, start - 12), start)),
      )
      .map(({ name }) => name),
  );
  return ({ kind, name, text }) => {
    if (kind === 'dollar') return areArguments && told.has(name);
    // Words of a wiki: {{SITENAME}} may be paraphrased.
    return !/^\{\{[A-Z]+\}\}$/u.test(text);
  };
}

/** By the argument's number, which follows from the place where it is not written. */
function comparePrintf(wanted: readonly Placeholder[], given: readonly Placeholder[]): readonly Finding[] {
  if (wanted.length === 0) return [];
  const types = new Map(wanted.map((each, index) => [each.argument ?? index + 1, each]));
  const found = new Set<number>();
  const findings: Finding[] = [];
  given.forEach((each, index) => {
    const argument = each.argument ?? index + 1;
    const partner = types.get(argument);
    if (partner?.name === each.name) found.add(argument);
    else if (
      each.argument === undefined &&
      wanted.some(({ name }) => name === each.name) &&
      given.length === wanted.length
    ) {
      found.add(argument);
      findings.push({ ...extra(each), message: 'order' });
    } else findings.push(extra(each));
  });
  const lacking = [...types].filter(([argument]) => !found.has(argument));
  return [...lacking.map(([, each]) => missing(each)), ...findings];
}

function missing({ start, end, text }: Placeholder): Finding {
  return { target: null, source: { start, end }, message: 'missing', values: { placeholder: text } };
}

function extra({ start, end, text }: Placeholder): Finding {
  return { target: { start, end }, message: 'extra', values: { placeholder: text } };
}
