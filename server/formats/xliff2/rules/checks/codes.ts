/** Copies of codes, and what may not be done with codes (2.1 §4.7.2.4 to §4.7.2.6). */
import type { Check, Run } from '../../../shared/rules/model.ts';
import { valueOf, type RuleNode } from '../../../shared/rules/node.ts';
import { isXmlCharacter } from '../../../shared/xml/references.ts';
import { RESERVED_SUB_TYPES } from '../types.ts';
import { codeId, inlineOf, isCode, textsOf } from './parts.ts';

const COPY = '4.7.2.4.1';

function hasData(node: RuleNode): boolean {
  return ['dataRef', 'dataRefStart', 'dataRefEnd'].some((name) => valueOf(node, name) !== undefined);
}

/** A copy names its base; the base may be copied, and has no data that could be shared instead. */
export const copies: Check = {
  on: ['unit', 'mtc:match'],
  check(owner, run) {
    const { sources, targets } = textsOf(owner);
    const codes = [...sources, ...targets].flatMap(inlineOf).filter(isCode);
    const copying = codes.filter((node) => valueOf(node, 'copyOf') !== undefined);
    if (copying.length === 0) return;
    const byId = new Map(codes.map((node) => [valueOf(node, 'id') ?? '', node]));
    for (const node of copying) {
      const value = valueOf(node, 'copyOf') ?? '';
      const base = byId.get(value);
      if (base === undefined) run.report('rule-reference-unresolved', node, 'copyOf', { value }, '4.3.1.8');
      else checkCopy(node, base, value, run);
    }
  },
};

function checkCopy(node: RuleNode, base: RuleNode, value: string, run: Run): void {
  if (valueOf(base, 'canCopy') === 'no') run.report('rule-copy-forbidden', node, 'copyOf', { value }, COPY);
  else if (hasData(base) || hasData(node)) run.report('rule-copy-with-data', node, 'copyOf', { value }, COPY);
}

/** Codes that must not be deleted are in the target, once there is one. */
export const undeletable: Check = {
  on: ['unit'],
  check(unit, run) {
    const { sources, targets } = textsOf(unit);
    if (targets.length === 0) return;
    const there = new Set(targets.flatMap(inlineOf).filter(isCode).map(codeId));
    const targetOf = new Map(targets.map((target) => [target.parent, target]));
    for (const source of sources) {
      const target = targetOf.get(source.parent);
      if (target === undefined) continue;
      const told = new Set<string>();
      for (const node of inlineOf(source)) {
        const id = codeId(node) ?? '';
        if (!isCode(node) || valueOf(node, 'canDelete') !== 'no' || there.has(id) || told.has(id)) continue;
        told.add(id);
        run.report('rule-code-deleted', target, null, { code: node.written, value: id }, '4.7.2.6');
      }
    }
  },
};

/** A subType needs a type, and the reserved ones a certain type. */
export const subTypes: Check = {
  on: ['ph', 'pc', 'sc', 'ec'],
  check(node, run) {
    const subType = valueOf(node, 'subType');
    if (subType === undefined) return;
    const type = valueOf(node, 'type');
    const expected = RESERVED_SUB_TYPES.get(subType);
    if (type === undefined) {
      run.report('rule-attribute-needs', node, 'subType', { expected: 'type' }, '4.3.1.36');
    } else if (expected !== undefined && expected !== type) {
      const values = { value: subType, expected: `type="${expected}"` };
      run.report('rule-attribute-needs', node, 'subType', values, '4.3.1.36');
    }
  },
};

/** Only what XML cannot hold is written as a code point. */
export const codePoints: Check = {
  on: ['cp'],
  check(node, run) {
    const hex = valueOf(node, 'hex')?.trim() ?? '';
    if (!/^(?:[0-9a-fA-F]{2})+$/.test(hex)) return;
    const point = parseInt(hex, 16);
    if (point > 0x10ffff || hex.length < 4) {
      run.report('rule-attribute-value', node, 'hex', { value: hex, expected: '0000–10FFFF' }, '4.3.1.19');
    } else if (isXmlCharacter(point))
      run.report('rule-character-legal', node, 'hex', { value: hex }, '4.2.3.1');
  },
};
