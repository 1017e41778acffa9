/**
 * What a file asks of the targets of its units: length (§5.7) and wording (§5.8), stated for a unit, or for the group
 * or file that it stands in. Files that use neither module are not looked through.
 */
import { overrideRules, type ValidationRule } from '../../core/document/validation-rules.ts';
import { attributeOf, elementsOf, type XmlElement } from '../shared/xml/element.ts';
import { ByteScanner } from '../shared/xml/byte-scanner.ts';
import type { Constraints } from '../shared/xliff/format.ts';
import { readTag, type TagPlace } from '../shared/xliff/places.ts';
import type { FoundUnit } from '../shared/xliff/unit.ts';
import { limitsOf, NO_PROFILES, readForm, readRestriction, SIZE_NAMESPACE } from './limits.ts';
import type { Profiles, Restriction } from './limits.ts';
import { readRule, VALIDATION_NAMESPACE, type StatedRule } from './validation-rules.ts';

/** In force at a place: of a file, a group, or the unit in them. */
interface Scope {
  readonly profiles: Profiles;
  readonly restrictions: readonly Restriction[];
  /** Inherited from outside. */
  readonly outer: readonly ValidationRule[];
  readonly stated: readonly StatedRule[];
}

const NOTHING: Scope = { profiles: NO_PROFILES, restrictions: [], outer: [], stated: [] };

/** Tells of each unit, by its position in the file, what is asked of it. */
export function constraintsIn(
  utf8: Buffer,
  isOwn: (namespace: string | null) => boolean,
): (index: number, element: XmlElement, found: FoundUnit) => Constraints {
  const uses = (namespace: string): boolean => utf8.includes(namespace);
  if (!uses(SIZE_NAMESPACE) && !uses(VALIDATION_NAMESPACE)) return () => ({});
  const scopes = scopesOf(utf8, isOwn);
  return (index, element, found) => {
    const scope = scopes[index] ?? NOTHING;
    const limits = limitsOf(element, found, scope.restrictions, scope.profiles);
    const stated = elementsOf(element)
      .filter((child) => child.namespace === VALIDATION_NAMESPACE && child.local === 'validation')
      .flatMap(elementsOf)
      .flatMap((rule) => readRule(rule) ?? []);
    const rules = overrideRules(rulesOf(scope), stated);
    return {
      ...(limits.length === 0 ? {} : { limits }),
      ...(rules.length === 0 ? {} : { rules }),
    };
  };
}

function rulesOf(scope: Scope): readonly ValidationRule[] {
  return overrideRules(scope.outer, scope.stated);
}

/** What each unit inherits, in document order; units are where places.ts finds them. */
function scopesOf(utf8: Buffer, isOwn: (namespace: string | null) => boolean): readonly Scope[] {
  const scanner = new ByteScanner(utf8);
  const open: { scope: Scope; readonly depth: number }[] = [];
  const units: Scope[] = [];
  while (scanner.nextStart()) {
    const { local, namespace } = scanner;
    const parent = scanner.empty ? scanner.depth : scanner.depth - 1;
    while ((open.at(-1)?.depth ?? 0) > parent) open.pop();
    const current = open.at(-1);
    const scope = current?.scope ?? NOTHING;
    if (isOwn(namespace) && local === 'unit') {
      units.push(scope);
      scanner.skip();
    } else if (isOwn(namespace) && (local === 'file' || local === 'group')) {
      const restrictions = [...scope.restrictions, readRestriction(readTag(scanner))];
      const inner = { profiles: scope.profiles, restrictions, outer: rulesOf(scope), stated: [] };
      if (!scanner.empty) open.push({ scope: inner, depth: scanner.depth });
    } else if (namespace === SIZE_NAMESPACE || namespace === VALIDATION_NAMESPACE) {
      if (current !== undefined) current.scope = withElement(scope, readTag(scanner));
    } else if (open.length > 0) scanner.skip();
  }
  return units;
}

/** One element of the two modules, inside a file or group. */
function withElement(scope: Scope, tag: TagPlace): Scope {
  const value = (name: string): string => attributeOf(tag, name) ?? '';
  switch (tag.local) {
    case 'profiles':
      return {
        ...scope,
        profiles: { ...scope.profiles, general: value('generalProfile'), storage: value('storageProfile') },
      };
    case 'normalization': {
      const forms = { generalForm: readForm(value('general')), storageForm: readForm(value('storage')) };
      return { ...scope, profiles: { ...scope.profiles, ...forms } };
    }
    case 'rule': {
      const rule = readRule(tag);
      return rule === null ? scope : { ...scope, stated: [...scope.stated, rule] };
    }
    default:
      return scope;
  }
}
