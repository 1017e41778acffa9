/**
 * What a message is filled with when it is shown: its arguments and tags, in ICU MessageFormat
 * (`{count, number}`, `<b>`) or, where it is no such message, in i18next's own way (`{{count}}`, `$t(key)`).
 */
import { parse, TYPE, type MessageFormatElement } from '@formatjs/icu-messageformat-parser';

/** Arguments and tags with what they are filled with: `{count} (a number)`, `<b>`. */
export function usesOf(elements: readonly MessageFormatElement[]): ReadonlySet<string> {
  const uses = new Set<string>();
  walkMessage(elements, (element) => {
    if (element.type === TYPE.tag) uses.add(`<${element.value}>`);
    else if (element.type === TYPE.argument) uses.add(`{${element.value}}`);
    else if (element.type === TYPE.number || element.type === TYPE.plural) {
      uses.add(`{${element.value}} (a number)`);
    } else if (element.type === TYPE.select) uses.add(`{${element.value}} (a choice)`);
    else if (element.type === TYPE.date || element.type === TYPE.time)
      uses.add(`{${element.value}} (a time)`);
  });
  return uses;
}

/** Every element of a message, those inside tags, plurals and choices too. */
export function walkMessage(
  elements: readonly MessageFormatElement[],
  visit: (element: MessageFormatElement) => void,
): void {
  for (const element of elements) {
    visit(element);
    if (element.type === TYPE.tag) walkMessage(element.children, visit);
    if (element.type === TYPE.plural || element.type === TYPE.select) {
      for (const option of Object.values(element.options)) walkMessage(option.value, visit);
    }
  }
}

/** What the source is filled with and the target is not, and the other way round; empty where they agree. */
export function placeholderDifferences(source: string, target: string): readonly string[] {
  const wanted = placeholdersOf(source, source);
  const found = placeholdersOf(target, source);
  return [
    ...[...wanted].filter((use) => !found.has(use)).map((use) => `−${use}`),
    ...[...found].filter((use) => !wanted.has(use)).map((use) => `+${use}`),
  ];
}

/** `model` decides how the message is read: a source that is an ICU message makes its target one. */
function placeholdersOf(message: string, model: string): ReadonlySet<string> {
  if (!isIcu(model)) return new Set(message.match(/\{\{[^{}]*\}\}|\$t\([^()]*\)|<\/?[\w-]+\s*\/?>/gu));
  try {
    return usesOf(parse(message));
  } catch {
    return new Set(['ICU?']);
  }
}

function isIcu(message: string): boolean {
  if (message.includes('{{')) return false;
  try {
    parse(message);
    return true;
  } catch {
    return false;
  }
}
