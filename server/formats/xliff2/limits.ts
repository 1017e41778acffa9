/** Size and length restriction (XLIFF 2.1 §5.7): the standard profiles, as limits of one unit. */
import { codePointRange } from '../../core/document/limit-list.ts';
import type { Limit } from '../../core/document/limits.ts';
import { codeKey } from '../../core/text/content.ts';
import { attributeIn, type XmlElement } from '../shared/xml/element.ts';
import type { XmlAttribute } from '../shared/xml/scanner.ts';
import type { FoundCode, FoundContent } from '../shared/xliff/codes.ts';
import type { FoundUnit } from '../shared/xliff/unit.ts';

export const SIZE_NAMESPACE = 'urn:oasis:names:tc:xliff:sizerestriction:2.0';

type Form = Limit['normalization'];

/** What `slr:profiles` of the file says; where it says nothing, nothing is measured (§5.7.5.1). */
export interface Profiles {
  readonly general: string;
  readonly storage: string;
  readonly generalForm: Form;
  readonly storageForm: Form;
}

export const NO_PROFILES: Profiles = { general: '', storage: '', generalForm: 'none', storageForm: 'none' };

/** The two restrictions of one element, as written. */
export interface Restriction {
  readonly size: string | undefined;
  readonly storage: string | undefined;
}

interface Tag {
  readonly attributes: readonly XmlAttribute[];
}

export function readRestriction(tag: Tag): Restriction {
  return {
    size: attributeIn(tag, SIZE_NAMESPACE, 'sizeRestriction'),
    storage: attributeIn(tag, SIZE_NAMESPACE, 'storageRestriction'),
  };
}

export function readForm(value: string | undefined): Form {
  return value === 'nfc' || value === 'nfd' ? value : 'none';
}

/**
 * The limits of a unit: its own, those of its codes and annotations, and those of what it stands in, which one unit
 * can at most use up (so only their maximum is heeded).
 */
export function limitsOf(
  unit: XmlElement,
  found: FoundUnit,
  outer: readonly Restriction[],
  profiles: Profiles,
): readonly Limit[] {
  const codes = found.parts.flatMap((part) => [...part.source, ...(part.target ?? [])]).filter(isCode);
  const measures = measuresOf(profiles, codes);
  const spans = new Map(codes.filter(begins).map((each) => [each.id, each.element]));
  return [
    ...outer.flatMap((each) => measures(each).map((limit): Limit => ({ ...limit, minimum: 0 }))),
    ...measures(readRestriction(unit)),
    ...[...spans].flatMap(([inside, element]) =>
      measures(readRestriction(element)).map((limit): Limit => ({ ...limit, inside })),
    ),
  ].filter((limit) => limit.maximum !== null || limit.minimum > 0);
}

function isCode(part: FoundContent[number]): part is FoundCode {
  return part.kind === 'code';
}

function begins({ code, edge }: FoundCode): boolean {
  return code === 'open' || edge === 'open';
}

function measuresOf(
  profiles: Profiles,
  codes: readonly FoundCode[],
): (restriction: Restriction) => readonly Limit[] {
  const size = profiles.general === 'xliff:codepoints' ? 'codepoints' : null;
  const storage = STORAGE.get(profiles.storage) ?? null;
  const sizes = weightsOf(codes, 'sizeInfo');
  const bytes = weightsOf(codes, 'equivStorage');
  return (restriction) => [
    ...limitOf(restriction.size, size, profiles.generalForm, sizes),
    ...limitOf(restriction.storage, storage, profiles.storageForm, bytes),
  ];
}

const STORAGE: ReadonlyMap<string, Limit['measure']> = new Map([
  ['xliff:utf8', 'utf8'],
  ['xliff:utf16', 'utf16'],
  ['xliff:utf32', 'utf32'],
]);

/** `[minimum,]maximum`, where the maximum may be `*` (§5.7.6.1); nothing where it is not of that form. */
function limitOf(
  value: string | undefined,
  measure: Limit['measure'] | null,
  normalization: Form,
  weights: Readonly<Record<string, number>> | undefined,
): readonly Limit[] {
  const numbers = /^\s*(?:(\d+)\s*,\s*)?(\d+|\*)\s*$/u.exec(value ?? '');
  if (numbers === null || measure === null) return [];
  const [, minimum = '0', maximum = '*'] = numbers;
  const base = { measure, minimum: Number(minimum), normalization };
  return [
    {
      ...base,
      maximum: maximum === '*' ? null : Number(maximum),
      ...(weights === undefined ? {} : { weights }),
    },
  ];
}

/** What codes count for by an attribute of their elements; a pc counts once. */
function weightsOf(
  codes: readonly FoundCode[],
  name: 'sizeInfo' | 'equivStorage',
): Readonly<Record<string, number>> | undefined {
  const weights = codes.flatMap((code): readonly (readonly [string, number])[] => {
    const { element, half } = code;
    const value = half === 'close' ? undefined : attributeIn(element, SIZE_NAMESPACE, name);
    return value !== undefined && /^\d{1,9}$/u.test(value) ? [[codeKey(code), Number(value)]] : [];
  });
  return weights.length === 0 ? undefined : Object.fromEntries(weights);
}

/** `slr:sizeRestriction` for as much of a unit's limits as the profile below measures; undefined where it is nothing. */
export function writeRestriction(limits: readonly Limit[] | undefined): string | undefined {
  const range = codePointRange(limits);
  if (range === null) return undefined;
  const maximum = range.maximum ?? '*';
  return range.minimum === 0 ? String(maximum) : `${range.minimum},${maximum}`;
}

/** Tells a file how its restrictions are measured (§5.7.6.1). */
export const CODE_POINTS_PROFILE = '<slr:profiles generalProfile="xliff:codepoints"/>';
