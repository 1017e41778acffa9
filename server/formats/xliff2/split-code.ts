/** Elements of XLIFF 2.x written otherwise than they stand in the file: halved, or as a clone. */
import { attributeOf, type XmlElement } from '../shared/xml/element.ts';
import { attributes, escapeAttribute } from '../shared/xml/escape.ts';
import { isNmtoken } from '../shared/xml/nmtoken.ts';
import type { AttributeChanges } from '../shared/xml/patch.ts';
import type { CodeMarkupOf } from '../shared/xliff/codes.ts';

/** The prefix of an element's name with its colon, or ''. */
export function prefixOf(element: XmlElement): string {
  return element.prefix === '' ? '' : `${element.prefix}:`;
}

/** Of pc to sc and ec (2.1 §4.7.2.4.1): which attributes each takes, under which name. */
const START_NAMES: ReadonlyMap<string, string> = new Map([
  ['dataRefStart', 'dataRef'],
  ['dispStart', 'disp'],
  ['equivStart', 'equiv'],
  ['subFlowsStart', 'subFlows'],
]);
const END_NAMES: ReadonlyMap<string, string> = new Map([
  ['dataRefEnd', 'dataRef'],
  ['dispEnd', 'disp'],
  ['equivEnd', 'equiv'],
  ['subFlowsEnd', 'subFlows'],
]);
/** What an ec that is not isolated takes over from the pc as it is. */
const SHARED_WITH_END = new Set([
  'canCopy',
  'canDelete',
  'canOverlap',
  'canReorder',
  'copyOf',
  'subType',
  'type',
]);

/** Half of a pc as sc or ec, of a mrk as sm or em. */
export function splitMarkup(prefix: string, found: CodeMarkupOf): string {
  const { element, half, id: codeId } = found;
  const changes: AttributeChanges = found.clone === true ? clonedAttributes(found) : {};
  const written = changes['id'] ?? attributeOf(element, 'id') ?? codeId;
  if (element.local === 'mrk') {
    if (half === 'close') return `<${prefix}em${attributes({ startRef: written })}/>`;
    return `<${prefix}sm${rawAttributes(element, (name) => name, changes)}/>`;
  }
  // What a pc does not say means no, what sc and ec do not say means yes (2.1 §4.3.1.3).
  const overlap = attributeOf(element, 'canOverlap') === undefined ? ' canOverlap="no"' : '';
  if (half === 'open') {
    const name = (own: string): string | null => (/End$/.test(own) ? null : (START_NAMES.get(own) ?? own));
    return `<${prefix}sc${rawAttributes(element, name, changes)}${overlap}/>`;
  }
  const name = (own: string): string | null => END_NAMES.get(own) ?? (SHARED_WITH_END.has(own) ? own : null);
  const rest = rawAttributes(element, name, changes).replace(' canReorder="firstNo"', ' canReorder="no"');
  return `<${prefix}ec${attributes({ startRef: written })}${rest}${overlap}/>`;
}

/** Of a clone (2.1 §4.7.2.3.1): an id of its own; copyOf where, and only where, there is no original data. */
export function clonedAttributes({ element, id: codeId }: CodeMarkupOf): AttributeChanges {
  const number = /-\d+$/.exec(codeId)?.[0] ?? '';
  const id = isNmtoken(codeId) ? codeId : `${attributeOf(element, 'id') ?? 'c'}${number}`;
  if (attributeOf(element, 'startRef') !== undefined) return { startRef: id };
  const hasData = ['dataRef', 'dataRefStart', 'dataRefEnd'].some(
    (name) => attributeOf(element, name) !== undefined,
  );
  return {
    id,
    copyOf: hasData ? null : (attributeOf(element, 'copyOf') ?? attributeOf(element, 'id') ?? null),
  };
}

function rawAttributes(
  element: XmlElement,
  rename: (name: string) => string | null,
  changes: AttributeChanges,
): string {
  const values = new Map<string, string | null>(element.attributes.map(({ name, value }) => [name, value]));
  for (const [name, value] of Object.entries(changes)) values.set(name, value);
  const written = new Map<string, string>();
  for (const [name, value] of values) {
    const renamed = rename(name);
    // A pc may hold, wrongly, the very name that another of its attributes gets.
    if (renamed === null || value === null || (renamed === name && written.has(name))) continue;
    written.set(renamed, ` ${renamed}="${escapeAttribute(value)}"`);
  }
  return [...written.values()].join('');
}
