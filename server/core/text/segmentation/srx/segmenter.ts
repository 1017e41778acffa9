/**
 * A segmenter of a person's own SRX rules. At each place between two characters the first rule whose patterns match
 * on both sides decides. A rule looks REACH units to either side; the steps that a text may cost grow with its length,
 * and where they are spent, its rest stays in one piece: no file makes cutting slow without end.
 */
import { problem, type Problem } from '../../../problem.ts';
import type { LanguageTag } from '../../language.ts';
import type { Segmenter, SegmentOptions, Span } from '../../segmentation.ts';
import { cutPieces } from '../pieces.ts';
import { Automaton, pointBefore, type Budget } from './automaton.ts';
import { PatternError } from './pattern-error.ts';
import { parsePattern } from './pattern.ts';
import type { SrxRule, SrxRules } from './rules.ts';

export const MAX_PATTERN = 20_000;
const STEPS_A_CHARACTER = 200;
const STEPS_A_TEXT = 1_000_000;

interface CompiledRule {
  readonly breaks: boolean;
  readonly before: Automaton;
  readonly after: Automaton;
}

interface CompiledMap {
  readonly pattern: Automaton;
  readonly name: string;
}

/** What could be made of the rules, and what could not: a rule that is no pattern is left out and reported. */
export function srxSegmenter(rules: SrxRules): {
  readonly segmenter: Segmenter;
  readonly problems: readonly Problem[];
  /** How many rules were left out. */
  readonly lost: number;
} {
  const problems: Problem[] = [];
  const compiled = new Map(
    [...rules.languageRules].map(([name, list]) => [
      name,
      list.flatMap((rule) => compileRule(rule, problems)),
    ]),
  );
  const maps = rules.maps.flatMap(({ pattern, name, line }): readonly CompiledMap[] => {
    if (!compiled.has(name)) {
      problems.push(problem('srx-rule-missing', { line }, { name }));
      return [];
    }
    const automaton = compile(`(?i)(?:${pattern})\\z`, false, line, problems, pattern);
    return automaton === null ? [] : [{ pattern: automaton, name }];
  });
  const byLanguage = new Map<LanguageTag, readonly CompiledRule[]>();
  const rulesFor = (language: LanguageTag): readonly CompiledRule[] => {
    const known = byLanguage.get(language);
    if (known !== undefined) return known;
    const found = maps
      .filter((map) => map.pattern.matches(language, 0, { steps: STEPS_A_TEXT }))
      .slice(0, rules.cascade ? undefined : 1)
      .flatMap((map) => compiled.get(map.name) ?? []);
    if (byLanguage.size > 200) byLanguage.clear();
    byLanguage.set(language, found);
    return found;
  };
  const segmenter: Segmenter = (text: string, options: SegmentOptions): readonly Span[] => {
    const budget = { steps: STEPS_A_TEXT + STEPS_A_CHARACTER * text.length };
    const own = rulesFor(options.language);
    return cutPieces(text, options, (piece) => boundariesIn(piece, own, budget));
  };
  const count = (lists: Iterable<readonly unknown[]>): number =>
    [...lists].reduce((sum, list) => sum + list.length, 0);
  const lost = count(rules.languageRules.values()) - count(compiled.values());
  return { segmenter: Object.assign(segmenter, { codes: rules.codes }), problems, lost };
}

function compileRule(rule: SrxRule, problems: Problem[]): readonly CompiledRule[] {
  const before = compile(rule.before, true, rule.line, problems);
  const after = compile(rule.after, false, rule.line, problems);
  return before === null || after === null ? [] : [{ breaks: rule.breaks, before, after }];
}

function compile(
  pattern: string,
  backward: boolean,
  line: number,
  problems: Problem[],
  shown = pattern,
): Automaton | null {
  if (pattern.length > MAX_PATTERN) {
    problems.push(problem('srx-pattern-unusable', { line }, { pattern: shorten(shown), reason: '…' }));
    return null;
  }
  try {
    return new Automaton(parsePattern(pattern), backward);
  } catch (error) {
    if (!(error instanceof PatternError)) throw error;
    problems.push(
      problem('srx-pattern-unusable', { line }, { pattern: shorten(shown), reason: error.message }),
    );
    return null;
  }
}

function shorten(pattern: string): string {
  return pattern.length > 80 ? `${pattern.slice(0, 79)}…` : pattern;
}

/** Rising offsets; only places where a rule breaks are asked for exceptions. */
function boundariesIn(text: string, rules: readonly CompiledRule[], budget: Budget): readonly number[] {
  const breaking = rules.filter((rule) => rule.breaks);
  const result: number[] = [];
  if (breaking.length === 0) return result;
  for (let at = 1; at < text.length; at += 1) {
    if (budget.steps <= 0) return result;
    if (isInsidePair(text, at)) continue;
    const [left, right] = [pointBefore(text, at), text.codePointAt(at) ?? 0];
    const applies = ({ before, after }: CompiledRule): boolean =>
      before.mayTake(left) &&
      after.mayTake(right) &&
      before.matches(text, at, budget) &&
      after.matches(text, at, budget);
    const next = at + (right > 0xffff ? 2 : 1);
    // A pattern takes all that it can: in `[.?!]+\s*` a mark that another follows is not yet the end.
    const goesOn = ({ before, after }: CompiledRule): boolean =>
      next < text.length &&
      before.mayTake(right) &&
      before.matches(text, next, budget, next - at + 1) &&
      after.matches(text, next, budget);
    const ends = (rule: CompiledRule): boolean => applies(rule) && !(rule.breaks && goesOn(rule));
    if (breaking.some(applies) && rules.find(ends)?.breaks === true) result.push(at);
  }
  return result;
}

function isInsidePair(text: string, at: number): boolean {
  return (text.charCodeAt(at) & 0xfc00) === 0xdc00 && (text.charCodeAt(at - 1) & 0xfc00) === 0xd800;
}
