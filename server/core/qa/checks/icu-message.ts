/**
 * ICU MessageFormat: where the source is a message that chooses by number or keyword, the target is one too, with the
 * same arguments and the plural forms that its language has (CLDR, by Intl.PluralRules).
 */
import { parse, TYPE, type MessageFormatElement } from '@formatjs/icu-messageformat-parser';
import { primaryOf } from '../../text/language.ts';
import type { Check, CheckedSegment, Finding } from '../check.ts';

export const icuMessage: Check = {
  id: 'icu-message',
  languages: 'all',
  severity: 'error',
  issueType: 'pattern-problem',
  messages: ['syntax', 'argument', 'option', 'category', 'unused'],
  example: {
    source: '{count, plural, one {# file} other {# files}}',
    target: '{count, plural, one {# پرونده}}',
    mended: '{count, plural, one {# پرونده} other {# پرونده}}',
    targetLanguage: 'fa',
  },
  find: findIcuMessage,
};

/** Longer ones are no messages, and the parser goes down one call for each brace. */
const LONGEST = 20_000;
const DEEPEST = 40;

function findIcuMessage({ source, target, targetLanguage }: CheckedSegment): readonly Finding[] {
  if (!/\{\s*[\w.]+\s*,\s*(?:plural|select|selectordinal)\s*,/u.test(source) || !isParsable(source))
    return [];
  const model = parsed(source);
  if (typeof model === 'string') return [];
  const message = isParsable(target) ? parsed(target) : 'EXPECT_ARGUMENT_CLOSING_BRACE';
  const whole = { start: 0, end: target.length };
  if (typeof message === 'string') return [{ target: whole, message: 'syntax', values: { reason: message } }];
  const [wanted, given] = [choicesOf(model), choicesOf(message)];
  const names = new Set(argumentsOf(message));
  const lost = argumentsOf(model).filter((name) => !names.has(name));
  return [
    ...[...new Set(lost)].map((name): Finding => ({ target: whole, message: 'argument', values: { name } })),
    ...given.flatMap((choice) => [
      ...comparePlural(choice, primaryOf(targetLanguage), whole),
      ...compareSelect(choice, wanted, whole),
    ]),
  ];
}

interface Choice {
  readonly name: string;
  readonly type: 'select' | 'cardinal' | 'ordinal';
  readonly options: readonly string[];
}

function comparePlural(choice: Choice, language: string, target: Finding['target']): readonly Finding[] {
  if (choice.type === 'select') return [];
  const { type, name } = choice;
  const categories: readonly string[] = new Intl.PluralRules(language, { type }).resolvedOptions()
    .pluralCategories;
  const lacking = categories.filter((category) => !choice.options.includes(category));
  const unused = choice.options.filter((option) => !option.startsWith('=') && !categories.includes(option));
  return [
    ...lacking.map((category): Finding => ({ target, message: 'category', values: { name, category } })),
    ...unused.map((category): Finding => ({ target, message: 'unused', values: { name, category } })),
  ];
}

function compareSelect(
  choice: Choice,
  wanted: readonly Choice[],
  target: Finding['target'],
): readonly Finding[] {
  const model = wanted.find(({ name, type }) => name === choice.name && type === 'select');
  if (choice.type !== 'select' || model === undefined) return [];
  const { name } = choice;
  const wrong = [
    ...model.options.filter((option) => !choice.options.includes(option)),
    ...choice.options.filter((option) => !model.options.includes(option)),
  ];
  return wrong.map((option): Finding => ({ target, message: 'option', values: { name, option } }));
}

/** The elements, or the parser's name for what is wrong. */
function parsed(text: string): readonly MessageFormatElement[] | string {
  try {
    return parse(text, { ignoreTag: true, captureLocation: false });
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

function isParsable(text: string): boolean {
  if (text.length > LONGEST) return false;
  let depth = 0;
  for (const character of text) {
    if (character === '{') depth += 1;
    if (character === '}') depth -= 1;
    if (depth > DEEPEST) return false;
  }
  return true;
}

function argumentsOf(elements: readonly MessageFormatElement[]): readonly string[] {
  return elements.flatMap((element) => {
    if (element.type === TYPE.literal || element.type === TYPE.pound) return [];
    if (element.type === TYPE.tag) return argumentsOf(element.children);
    if (element.type !== TYPE.plural && element.type !== TYPE.select) return [element.value];
    return [element.value, ...Object.values(element.options).flatMap(({ value }) => argumentsOf(value))];
  });
}

function choicesOf(elements: readonly MessageFormatElement[]): readonly Choice[] {
  return elements.flatMap((element): readonly Choice[] => {
    if (element.type === TYPE.tag) return choicesOf(element.children);
    if (element.type !== TYPE.plural && element.type !== TYPE.select) return [];
    const type = element.type === TYPE.select ? 'select' : (element.pluralType ?? 'cardinal');
    const inside = Object.values(element.options).flatMap(({ value }) => choicesOf(value));
    return [{ name: element.value, type, options: Object.keys(element.options) }, ...inside];
  });
}
