/**
 * What a file asks of the wording of its targets (XLIFF 2.1 §5.8, validation module). The rules are read and heeded,
 * never changed.
 */
import { problem, type Problem } from '../problem.ts';
import { textOf, type Content } from '../text/content.ts';

export interface ValidationRule {
  readonly kind: 'isPresent' | 'isNotPresent' | 'startsWith' | 'endsWith';
  readonly text: string;
  /** Of isPresent: exactly as often; absent: at least once. */
  readonly occurs?: number;
  /** The source must meet it too. */
  readonly existsInSource: boolean;
  readonly caseSensitive: boolean;
  readonly normalization: 'none' | 'nfc' | 'nfd';
}

/** One problem for each rule that the target does not meet; codes are no part of its text. */
export function checkValidationRules(
  rules: readonly ValidationRule[],
  source: Content,
  target: Content,
): readonly Problem[] {
  return rules.flatMap((rule) => {
    const found = occurrences(rule, target);
    if (!isMet(rule, target, found)) {
      const name = rule.occurs === undefined ? rule.kind : 'occurs';
      const values = { rule: name, text: rule.text, count: rule.occurs ?? 1, found };
      return [problem('rule-not-met', null, values)];
    }
    if (!rule.existsInSource || isMet(rule, source, occurrences(rule, source))) return [];
    return [problem('rule-not-met', null, { rule: 'source', text: rule.text, count: 1, found: 0 })];
  });
}

function isMet(rule: ValidationRule, content: Content, found: number): boolean {
  const text = folded(rule, textOf(content));
  const wanted = folded(rule, rule.text);
  switch (rule.kind) {
    case 'isPresent':
      return rule.occurs === undefined ? found > 0 : found === rule.occurs;
    case 'isNotPresent':
      return found === 0;
    case 'startsWith':
      return text.startsWith(wanted);
    case 'endsWith':
      return text.endsWith(wanted);
  }
}

/** How often the rule's text stands in the content; two never share a character. */
function occurrences(rule: ValidationRule, content: Content): number {
  const wanted = folded(rule, rule.text);
  return wanted === '' ? 0 : folded(rule, textOf(content)).split(wanted).length - 1;
}

function folded(rule: ValidationRule, text: string): string {
  const form =
    rule.normalization === 'none' ? text : text.normalize(rule.normalization === 'nfc' ? 'NFC' : 'NFD');
  return rule.caseSensitive ? form : form.toLowerCase();
}

/** The rules in force: those inherited, but for the ones that the unit (or group) states again or switches off. */
export function overrideRules(
  inherited: readonly ValidationRule[],
  own: readonly { readonly rule: ValidationRule; readonly disabled: boolean }[],
): readonly ValidationRule[] {
  const isStated = (rule: ValidationRule): boolean =>
    own.some((each) => each.rule.kind === rule.kind && each.rule.text === rule.text);
  return [
    ...inherited.filter((rule) => !isStated(rule)),
    ...own.filter((each) => !each.disabled).map((each) => each.rule),
  ];
}
