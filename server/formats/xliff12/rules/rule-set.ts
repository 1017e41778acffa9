/**
 * Tables of elements made into a rule set. In a table an attribute is written `name`, `name!` where it must be
 * there, `name=type` where its value has a type; what stands in an element is a row of names as in a DTD, each
 * perhaps a choice `(a | b)`, each perhaps with `?`, `*` or `+`. `FOREIGN` is any element of another namespace.
 */
import type {
  AttributeModel,
  Check,
  ElementModel,
  Key,
  Reference,
  RuleSet,
  Slot,
} from '../../shared/rules/model.ts';
import { valueType } from './value-types.ts';

interface ElementEntry {
  /** Elements only. */
  readonly children?: string;
  /** Text, and these elements in it. */
  readonly text?: string;
  readonly content?: 'empty' | 'text' | 'everything';
  readonly attributes?: string;
  /** Whether attributes of other namespaces may stand in it. */
  readonly extensible?: boolean;
  /** The element that must stand last in it. */
  readonly last?: string;
}

export type ElementTable = Readonly<Record<string, ElementEntry>>;

export interface Vocabulary {
  readonly namespace: string;
  /** `XLIFF 1.2`: with `#` and the name of an element or attribute, where to look in the specification. */
  readonly name: string;
  /** What may stand where a table says foreign or extensible. */
  readonly foreign: 'all' | 'none';
  /** Whether attributes of XML's own (`xml:lang`) are held to their types wherever they stand. */
  readonly knowsXml: boolean;
  readonly keys: readonly Key[];
  readonly references: readonly Reference[];
  readonly checks: readonly Check[];
}

/** Let go at their end: all that a rule looks at stands within one of them. */
const RELEASED = ['file', 'group', 'trans-unit', 'bin-unit'];

export function ruleSet(table: ElementTable, vocabulary: Vocabulary): RuleSet {
  const names = Object.keys(table);
  return {
    prefixes: new Map([[vocabulary.namespace, '']]),
    root: 'xliff',
    elements: new Map(names.map((name) => [name, modelOf(name, table, vocabulary)])),
    attributes: new Map(
      !vocabulary.knowsXml
        ? []
        : [
            ['xml:lang', { type: valueType('lang'), rule: 'XML 1.0 §2.12' }],
            ['xml:space', { type: valueType('space'), rule: 'XML 1.0 §2.10' }],
          ],
    ),
    opaque: true,
    keys: vocabulary.keys,
    references: vocabulary.references,
    checks: vocabulary.checks,
    cite: (rule) => (rule.startsWith('#') ? `${vocabulary.name} ${rule}` : rule),
  };
}

function modelOf(name: string, table: ElementTable, { foreign }: Vocabulary): ElementModel {
  const { children, text, content, attributes = '', extensible = false, last } = table[name] ?? {};
  const row =
    content === 'everything' ? `(${Object.keys(table).join(' | ')} | FOREIGN)*` : (children ?? text ?? '');
  return {
    rule: `#${name}`,
    content: slotsOf(row, foreign === 'all'),
    text: children === undefined && content !== 'empty',
    attributes: attributesOf(attributes),
    foreign: !extensible ? [] : foreign === 'all' ? 'all' : ['xml'],
    ...(content === 'everything' && foreign === 'all' ? { opaque: true } : {}),
    ...(last === undefined ? {} : { last }),
    ...(RELEASED.includes(name) ? { released: true } : {}),
  };
}

const LIMITS: ReadonlyMap<string, readonly [min: number, max: number]> = new Map([
  ['?', [0, 1]],
  ['*', [0, Infinity]],
  ['+', [1, Infinity]],
]);

function slotsOf(row: string, foreign: boolean): readonly Slot[] {
  const items = row.split(',').filter((item) => item.trim() !== '');
  const slots = items.map((item): Slot => {
    const [min, max] = LIMITS.get(item.trim().slice(-1)) ?? [1, 1];
    const names = item.match(/[\w-]+/g) ?? [];
    const own = names.filter((name) => name !== 'FOREIGN');
    return { names: own, min, max, ...(foreign && own.length < names.length ? { foreign: true } : {}) };
  });
  return slots.filter((slot) => slot.names.length > 0 || slot.foreign === true);
}

function attributesOf(notation: string): Readonly<Record<string, AttributeModel>> {
  const models = notation
    .split(/\s+/)
    .filter((each) => each !== '')
    .map((each): [string, AttributeModel] => {
      const [written = '', type = 'text'] = each.split('=');
      const name = written.replace('!', '');
      const rule = `#${name.replace(':', '_')}`;
      return [name, { type: valueType(type), rule, ...(written === name ? {} : { required: true }) }];
    });
  return Object.fromEntries(models);
}
