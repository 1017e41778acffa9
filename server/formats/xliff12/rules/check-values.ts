/** What the prose of XLIFF 1.x says of attribute values that its schemas leave open. Warnings, all of them. */
import { parseLanguageTag } from '../../../core/text/language.ts';
import type { Check, Run } from '../../shared/rules/model.ts';
import { nearest, valueOf, type RuleNode } from '../../shared/rules/node.ts';
import { innerText, readElement } from '../../shared/xml/element.ts';

const SIZES = ['width', 'height', 'bytes'];
/** A number, with or without a fraction. */
const NUMBER = /^\s*\d+(?:\.\d+)?\s*$/;

export const VALUE_CHECKS: readonly Check[] = [
  { on: ['group', 'trans-unit'], check: checkSizes },
  { on: ['group', 'trans-unit', 'target', 'alt-trans'], check: checkFont },
  { on: ['file'], check: checkFileLanguages },
  { on: ['source', 'seg-source', 'target'], check: checkLanguage },
  { on: ['internal-file'], check: checkForm },
];

function checkSizes(unit: RuleNode, run: Run): void {
  for (const size of SIZES) {
    const [least, most] = [`min${size}`, `max${size}`].map((name) => {
      const value = valueOf(unit, name);
      if (value === undefined || NUMBER.test(value)) return value;
      run.report('xliff-size-malformed', unit, name, { value }, `#${name}`);
      return undefined;
    });
    if (least === undefined || most === undefined || Number(least) <= Number(most)) continue;
    run.report('xliff-size-contradictory', unit, `min${size}`, { least, most }, `#min${size}`);
  }
}

/** `name;size;weight`, of which only the name must be there. */
function checkFont(node: RuleNode, run: Run): void {
  const value = valueOf(node, 'font');
  if (value === undefined || /^[^;]+(?:;[^;]*\d[^;]*(?:;[^;]*)?)?$/.test(value)) return;
  run.report('xliff-font-malformed', node, 'font', { value }, '#font');
}

function checkFileLanguages(file: RuleNode, run: Run): void {
  for (const name of ['source-language', 'target-language']) {
    const text = valueOf(file, name);
    if (text === undefined || parseLanguageTag(text) !== null) continue;
    run.report('language-unreadable', file, name, { text }, `#${name}`);
  }
}

/** The text's language is that of its file; an alternative may be in another, and says so. */
function checkLanguage(text: RuleNode, run: Run): void {
  const file = nearest(text, ['file']);
  if (file === null || text.parent?.name !== 'trans-unit') return;
  const name = text.name === 'target' ? 'target-language' : 'source-language';
  const expected = valueOf(file, name);
  if (expected === undefined) {
    const first = text.name === 'target' && run.once(`target-language ${file.start}`);
    if (first) run.report('xliff-target-language-missing', file, null, {}, '#target-language');
    return;
  }
  const value = text.attributes.find((each) => each.name === 'xml:lang')?.value;
  if (value === undefined || base(value) === base(expected)) return;
  run.report('xliff-language-differs', text, 'xml:lang', { value, expected }, `#${name}`);
}

/** The language without script and region: `fa-IR` may stand in a file for `fa`. */
function base(tag: string): string {
  return tag.toLowerCase().split(/[-_]/, 1)[0] ?? '';
}

function checkForm(file: RuleNode, run: Run): void {
  const form = valueOf(file, 'form');
  if (form === undefined || form === 'text') return;
  if (form !== 'base64') {
    run.report('xliff-form-unknown', file, 'form', { value: form }, '#form');
    return;
  }
  const element = readElement(run.text, { start: file.start, scope: null });
  const content = element === null ? '' : innerText(element).replace(/[ \t\r\n]+/g, '');
  if (content.length % 4 === 0 && /^[A-Za-z0-9+/]*={0,2}$/.test(content)) return;
  run.report('xliff-base64-malformed', file, null, {}, '#internal-file');
}

/** The transitional schema lets any attribute pass; one that XLIFF does not have and no namespace owns is a slip. */
export function checkOwnAttributes(node: RuleNode, run: Run): void {
  if (node.model?.foreign !== 'all') return;
  for (const { name, namespace } of node.attributes) {
    const own = namespace === '' && name !== 'xmlns';
    if (!own || Object.hasOwn(node.model.attributes, name)) continue;
    run.report('xliff-attribute-own', node, name, {}, node.model.rule);
  }
}
