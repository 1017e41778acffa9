/** Which kind of thing an element or attribute of an XLIFF is, for counting. */
import type { StructureKind } from '../../../../core/document/structure.ts';
import type { Node } from './tree.ts';

const KINDS: Readonly<Record<string, StructureKind>> = {
  file: 'file',
  group: 'group',
  unit: 'unit',
  'trans-unit': 'unit',
  'bin-unit': 'unit',
  segment: 'segment',
  ignorable: 'segment',
  source: 'source',
  'seg-source': 'source',
  target: 'target',
  skl: 'skeleton',
  skeleton: 'skeleton',
  'internal-file': 'skeleton',
  'external-file': 'skeleton',
  header: 'header',
  tool: 'tool',
  phase: 'tool',
  'phase-group': 'tool',
  note: 'note',
  notes: 'note',
  g: 'inline-code',
  x: 'inline-code',
  bx: 'inline-code',
  ex: 'inline-code',
  bpt: 'inline-code',
  ept: 'inline-code',
  ph: 'inline-code',
  it: 'inline-code',
  sub: 'inline-code',
  pc: 'inline-code',
  sc: 'inline-code',
  ec: 'inline-code',
  cp: 'inline-code',
  mrk: 'annotation',
  sm: 'annotation',
  em: 'annotation',
  originalData: 'original-data',
  data: 'original-data',
  'alt-trans': 'match',
  'context-group': 'context',
  context: 'context',
};

export function kindOf(node: Node): StructureKind {
  if (node.kind !== 'element') return node.kind;
  if (!node.isOwn) return node.name.includes('matches') ? 'match' : 'extension';
  return Object.hasOwn(KINDS, node.name) ? (KINDS[node.name] ?? 'element') : 'element';
}

export function kindOfAttribute(name: string): StructureKind {
  return name.startsWith('{') ? 'extension-attribute' : 'attribute';
}

/** Attributes that say how far a translation is. */
export const STATE_ATTRIBUTES: ReadonlySet<string> = new Set([
  'approved',
  'state',
  'state-qualifier',
  'subState',
]);
