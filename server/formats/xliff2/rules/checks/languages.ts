/** Languages and white space of sources and targets (2.1 §4.2.2.12, §4.2.2.13, §4.3.2). */
import { languageTag } from '../../../shared/rules/language-tag.ts';
import type { Check, Run } from '../../../shared/rules/model.ts';
import { inherited, valueOf, type RuleNode } from '../../../shared/rules/node.ts';
import { space } from '../types.ts';
import { partsOf } from './parts.ts';

function xmlValue(node: RuleNode, name: string): string | undefined {
  return node.attributes.find((each) => each.name === name)?.value;
}

/** xml:lang, explicit or inherited, is the language that the document names for that side. */
const texts: Check = {
  on: ['source', 'target'],
  check(node, run) {
    const parent = node.parent?.name ?? '';
    const inPart = parent === 'segment' || parent === 'ignorable';
    if (inPart) {
      const language = inherited(node, (each) => xmlValue(each, 'xml:lang'));
      checkLanguage(node, language, run);
    }
    // Candidates for reference may be of another language; others are for this document's.
    if (parent === 'mtc:match' && node.parent !== null && valueOf(node.parent, 'reference') !== 'yes') {
      checkLanguage(node, xmlValue(node, 'xml:lang'), run);
    }
    if (!inPart || node.name !== 'target' || valueOf(run.root, 'trgLang') !== undefined) return;
    if (run.once('trgLang')) {
      run.report('rule-target-language-missing', run.root, null, { attribute: 'trgLang' }, '4.2.2.1');
    }
  },
};

const resources: Check = {
  on: ['res:source', 'res:target'],
  check(node, run) {
    checkLanguage(node, xmlValue(node, 'xml:lang'), run);
  },
};

const RULES: Readonly<Record<string, string>> = { 'res:source': '5.5.4.5', 'res:target': '5.5.4.6' };

function checkLanguage(node: RuleNode, language: string | undefined, run: Run): void {
  const expected = valueOf(run.root, node.local === 'source' ? 'srcLang' : 'trgLang');
  if (language === undefined || expected === undefined || !languageTag.accepts(language)) return;
  if (language.toLowerCase() === expected.toLowerCase()) return;
  const explicit = xmlValue(node, 'xml:lang') === undefined ? null : 'xml:lang';
  const rule = node.local === 'source' ? '4.2.2.12' : '4.2.2.13';
  // Resources for other languages than the target's are in use, the standard's own test files included.
  const code = node.name === 'res:target' ? 'rule-language-other' : 'rule-language-mismatch';
  run.report(code, node, explicit, { value: language, expected }, RULES[node.name] ?? rule);
}

/** Both sides of a part treat white space alike. */
const spaces: Check = {
  on: ['unit'],
  check(unit, run) {
    for (const { source, target } of partsOf(unit)) {
      if (source === null || target === null) continue;
      const spaceOf = (node: RuleNode): string =>
        inherited(node, (each) => xmlValue(each, 'xml:space')) ?? 'default';
      const [expected, value] = [spaceOf(source), spaceOf(target)];
      if (expected === value || !space.accepts(expected) || !space.accepts(value)) continue;
      const explicit = xmlValue(target, 'xml:space') === undefined ? null : 'xml:space';
      run.report('rule-space-mismatch', target, explicit, { value, expected }, '4.7.5');
    }
  },
};

export const languages: readonly Check[] = [texts, resources, spaces];
