import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inlineTrees, type InlineNode } from '../../server/core/publish/inline-tree.ts';
import { CODE_SUBTYPES } from '../../server/core/text/code-types.ts';
import { textOf, type CodeKind, type Content, type InlineCode } from '../../server/core/text/content.ts';

function code(kind: CodeKind, id: string, rest: Partial<InlineCode> = {}): InlineCode {
  return { code: kind, id, equiv: '', text: '', ...rest };
}

/** `a{1:b}`: the span of code 1 holding b. */
function drawn(nodes: readonly InlineNode[]): string {
  return nodes
    .map((node) => {
      if (node.kind === 'text') return node.text;
      return node.kind === 'point' ? `<${node.code.id}>` : `{${node.code.id}:${drawn(node.children)}}`;
    })
    .join('');
}

const open = (id: string): InlineCode => code('open', id);
const close = (id: string): InlineCode => code('close', id);
const html = (text: string): InlineCode => code('standalone', text, { text, subType: CODE_SUBTYPES.html });

describe('inline trees', () => {
  it.each<[string, Content[], string[]]>([
    ['a pair', [['a', open('1'), 'b', close('1'), 'c']], ['a{1:b}c']],
    ['nested pairs', [[open('1'), 'a', open('2'), 'b', close('2'), close('1')]], ['{1:a{2:b}}']],
    ['crossing pairs', [[open('1'), 'a', open('2'), 'b', close('1'), 'c', close('2')]], ['{1:a{2:b}}{2:c}']],
    ['a pair over segments', [[open('1'), 'a'], [' '], ['b', close('1'), 'c']], ['{1:a}', '{1: }', '{1:b}c']],
    ['an opening that is never closed', [['a', open('1'), 'b']], ['ab']],
    ['a closing that was never opened', [['a', close('1'), 'b']], ['ab']],
    ['a closing before its opening', [[close('1'), 'a', open('1'), 'b']], ['ab']],
    ['a pair twice', [[open('1'), 'a', close('1'), open('1'), 'b', close('1')]], ['{1:a}{1:b}']],
    ['a pair around nothing', [['a', open('1'), close('1')]], ['a']],
    ['a point', [['a', code('standalone', '1')]], ['a<1>']],
    ['a marker', [[code('marker', 'm', { edge: 'open' }), 'a']], ['a']],
    ['raw tags that make a pair', [[html('<sub>'), '2', html('</sub>')]], ['{<sub>:2}']],
    ['raw tags that do not', [[html('<br>'), 'a', html('<hr/>'), html('</b>')]], ['a<<hr/>>']],
  ])('makes spans of %s', (_, contents, expected) => {
    expect(inlineTrees(contents).map(drawn)).toEqual(expected);
  });

  it('keeps every text once and in order, whatever the codes are, and survives any depth', () => {
    const part = fc.oneof(
      fc.string(),
      fc.record({ kind: fc.constantFrom<CodeKind>('open', 'close', 'standalone', 'marker'), id: fc.nat(4) }),
    );
    fc.assert(
      fc.property(fc.array(fc.array(part)), (lists) => {
        const contents = lists.map((list) =>
          list.map((each) => (typeof each === 'string' ? each : code(each.kind, String(each.id)))),
        );
        const flat = (nodes: readonly InlineNode[]): string =>
          nodes
            .map((node) =>
              node.kind === 'text' ? node.text : node.kind === 'span' ? flat(node.children) : '',
            )
            .join('');
        expect(inlineTrees(contents).map(flat)).toEqual(contents.map(textOf));
      }),
    );
    const deep = 50_000;
    const nested = [
      ...Array.from({ length: deep }, (_, index) => open(String(index))),
      'x',
      ...Array.from({ length: deep }, (_, index) => close(String(deep - 1 - index))),
    ];
    expect(drawn(inlineTrees([nested])[0]!).replace(/[{}\d:]/g, '')).toBe('x');
  });
});
