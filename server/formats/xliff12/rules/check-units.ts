/**
 * What the prose of XLIFF 1.x says of states, approval and segmentation. Tools in use break each of these, so they
 * are warnings.
 */
import type { Check, Run } from '../../shared/rules/model.ts';
import { valueOf, within, type RuleNode } from '../../shared/rules/node.ts';
import { innerText, readElement } from '../../shared/xml/element.ts';

const childOf = (node: RuleNode, name: string): RuleNode | undefined =>
  node.children.find((child) => child.name === name);

/** States that only a target with a translation in it can have. */
const TRANSLATED = new Set([
  'final',
  'needs-review-adaptation',
  'needs-review-l10n',
  'needs-review-translation',
  'signed-off',
  'translated',
]);
const UNTRANSLATED = new Set(['new', 'needs-translation']);
const ACCEPTED = new Set(['final', 'signed-off', 'translated']);

export const STATE_CHECKS: readonly Check[] = [
  { on: ['trans-unit'], check: checkApproval },
  { on: ['target'], check: checkState },
  { on: ['trans-unit', 'alt-trans'], check: checkSegmentation },
  { on: ['seg-source', 'target'], check: checkMarkers },
];

/** approved="yes" is of a translation that is there and was not sent back. */
function checkApproval(unit: RuleNode, run: Run): void {
  if (valueOf(unit, 'approved') !== 'yes') return;
  const target = childOf(unit, 'target');
  const source = childOf(unit, 'source');
  const state = target === undefined ? undefined : valueOf(target, 'state');
  if (target === undefined || (isEmpty(target) && source !== undefined && !isEmpty(source))) {
    run.report('xliff-approved-untranslated', unit, 'approved', {}, '#approved');
  } else if (state !== undefined && (UNTRANSLATED.has(state) || state.startsWith('needs-'))) {
    run.report('xliff-approved-state', unit, 'approved', { state }, '#approved');
  }
}

function checkState(target: RuleNode, run: Run): void {
  const state = valueOf(target, 'state');
  const qualifier = valueOf(target, 'state-qualifier');
  if (state === undefined) return;
  const source = target.parent === null ? undefined : childOf(target.parent, 'source');
  const untranslated = isEmpty(target) && source !== undefined && !isEmpty(source);
  if (TRANSLATED.has(state) && untranslated) {
    run.report('xliff-state-untranslated', target, 'state', { state }, '#state');
  }
  if (ACCEPTED.has(state) && qualifier?.startsWith('rejected-') === true) {
    run.report('xliff-state-rejected', target, 'state-qualifier', { state, qualifier }, '#state-qualifier');
  }
}

/** A segment is found again by its mid. */
function checkMarkers(text: RuleNode, run: Run): void {
  for (const marker of within(text)) {
    if (marker.name !== 'mrk' || valueOf(marker, 'mtype') !== 'seg') continue;
    if (valueOf(marker, 'mid') === undefined) {
      run.report('xliff-segment-mid-missing', marker, null, {}, '#mid');
    }
  }
}

/** seg-source is the source again with segments marked in it: white space aside, the text is the same. */
function checkSegmentation(unit: RuleNode, run: Run): void {
  const source = childOf(unit, 'source');
  const segmented = childOf(unit, 'seg-source');
  if (source === undefined || segmented === undefined) return;
  if (textOf(source, run) === textOf(segmented, run)) return;
  run.report('xliff-seg-source-differs', segmented, null, {}, '#seg-source');
}

function textOf(node: RuleNode, run: Run): string {
  const element = readElement(run.text, { start: node.start, scope: null });
  return element === null ? '' : innerText(element).replace(/\s+/gu, '');
}

/** Neither text nor a code in it; a marker alone is nothing. */
function isEmpty(node: RuleNode): boolean {
  if (node.text === 'text') return false;
  return [...within(node)].every((each) => each.name === 'mrk' && each.text !== 'text');
}
