/** Which tools had the file: those that entered themselves, and those known by what they did to it. */
import type { StructureCount, StructureKind, ToolTrace } from '../../../../core/document/structure.ts';
import type { FileTree, Node } from './tree.ts';

export function findTools(
  sent: FileTree,
  back: FileTree,
  counts: readonly StructureCount[],
): readonly ToolTrace[] {
  const known = new Set(namedTools(sent.root));
  const said = [...new Set(namedTools(back.root))].filter((name) => !known.has(name));
  if (said.length > 0) return said.map((name) => ({ name, evidence: 'said' }));
  const habit = HABITS.find(({ isSeen }) => isSeen(sent, back, counts));
  return habit === undefined ? [] : [{ name: habit.tool, evidence: 'habit' }];
}

/** `tool` and `phase` of 1.2; the metadata that filters of 2.x leave. */
function namedTools(node: Node): readonly string[] {
  return [...ownName(node), ...node.children.flatMap(namedTools)];
}

function ownName(node: Node): readonly string[] {
  const attribute = (name: string): string => node.attributes.get(name) ?? '';
  if (node.name === 'tool') {
    const [name, version] = [attribute('tool-name') || attribute('tool-id'), attribute('tool-version')];
    return [version === '' || name.includes(version) ? name : `${name} ${version}`];
  }
  if (node.name === 'file' && node.attributes.has('build-num') && node.attributes.has('tool')) {
    return [attribute('tool')];
  }
  if (!node.name.endsWith('}metaGroup') || attribute('category') !== 'tool') return [];
  const value = (type: string): string =>
    node.children.find((child) => child.attributes.get('type') === type)?.text ?? '';
  const name = value('tool-name') || value('tool-id');
  return name === '' ? [] : [`${name} ${value('tool-version')}`.trim()];
}

interface Habit {
  readonly tool: string;
  readonly isSeen: (sent: FileTree, back: FileTree, counts: readonly StructureCount[]) => boolean;
}

const HABITS: readonly Habit[] = [
  {
    // Edits set `approved` and `xml:space` on every unit that they touch.
    tool: 'Translate Toolkit',
    isSeen: (sent, back) =>
      countOf(back.text, /\sxml:space=/g) > countOf(sent.text, /\sxml:space=/g) &&
      countOf(back.text, /\sapproved=/g) > countOf(sent.text, /\sapproved=/g),
  },
  {
    // Only texts change, and the line end behind the root is dropped.
    tool: 'OmegaT',
    isSeen: (sent, back, counts) =>
      /\n$/.test(sent.text) &&
      /[^\n]$/.test(back.text) &&
      counts.every(isUntouched) &&
      sent.text !== back.text,
  },
];

const OF_TEXT: ReadonlySet<StructureKind> = new Set<StructureKind>(['inline-code', 'annotation']);

function isUntouched({ kind, changed, lost, added, moved }: StructureCount): boolean {
  return OF_TEXT.has(kind) || changed + lost + added + moved === 0;
}

function countOf(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}
