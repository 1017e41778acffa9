/** Annotations: what each kind needs (2.1 §4.7.3.1, §5.1.5). */
import type { Check } from '../../../shared/rules/model.ts';
import { valueOf } from '../../../shared/rules/node.ts';

const MARKERS = ['mrk', 'sm'];

/** A comment is said in `value` or in a note, never both. */
const comment: Check = {
  on: MARKERS,
  check(node, run) {
    if (valueOf(node, 'type') !== 'comment') return;
    const [value, ref] = [valueOf(node, 'value'), valueOf(node, 'ref')];
    if (value === undefined && ref === undefined) {
      run.report('rule-attribute-missing', node, null, { attribute: 'value, ref' }, '4.7.3.1.3');
    } else if (value !== undefined && ref !== undefined) {
      run.report('rule-attribute-excludes', node, 'ref', { other: 'value' }, '4.7.3.1.3');
    }
  },
};

/** One of no kind is there to say whether to translate; anything else is of an extension. */
const generic: Check = {
  on: MARKERS,
  check(node, run) {
    if ((valueOf(node, 'type') ?? 'generic') !== 'generic' || valueOf(node, 'translate') !== undefined)
      return;
    if (node.attributes.some((each) => each.name.includes(':'))) return;
    run.report('rule-attribute-missing', node, null, { attribute: 'translate' }, '4.7.3.1.1');
  },
};

/** A candidate's own mark is referred to and refers to nothing. */
const candidate: Check = {
  on: MARKERS,
  check(node, run) {
    if (valueOf(node, 'type') !== 'mtc:match' || valueOf(node, 'ref') === undefined) return;
    run.report('rule-attribute-excludes', node, 'ref', { other: 'type="mtc:match"' }, '5.1.5');
  },
};

/** The extension point of markers is not for xml:lang and its like. */
const noXml: Check = {
  on: MARKERS,
  check(node, run) {
    for (const each of node.attributes) {
      if (each.prefix === 'xml') run.report('rule-attribute-unknown', node, each.name, {}, '4.2.3.6');
    }
  },
};

export const annotations: readonly Check[] = [comment, generic, candidate, noXml];
