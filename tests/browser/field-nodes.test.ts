import { describe, expect, test } from 'vitest';
import type { InlineCode } from '../../server/core/text/content.ts';
import { contentOf, sizeOf, type FieldNode } from '../../server/web/browser/editor/field-content.ts';

const code: InlineCode = { code: 'open', id: '1', equiv: '', text: '<b>' };
const codes = new Map([['open:1', code]]);
const nodes: readonly FieldNode[] = [
  { kind: 'other', children: [] },
  { kind: 'code', key: 'open:1' },
  { kind: 'text', text: 'می\u200cرو' },
  {
    kind: 'other',
    children: [
      { kind: 'text', text: 'م\u200b' },
      { kind: 'code', key: 'close:foreign' },
    ],
  },
];

describe('reading a field', () => {
  test('takes text exactly, through what a browser put around it, and only codes that are ours', () => {
    expect(contentOf(nodes, codes)).toEqual([code, 'می\u200cروم\u200b']);
  });

  test('counts as content counts', () => {
    expect(sizeOf(nodes.slice(0, 3))).toBe(6);
  });
});
