/**
 * An XLIFF held as its bytes and the places of its units. Each unit is decoded and read on its own when it is asked
 * for, so that the size of the file costs neither one long string nor all its units at once.
 */
import { unitId, type UnitId } from '../../../core/document/ids.ts';
import type { Skeleton } from '../../../core/document/document.ts';
import { problem, type Problem } from '../../../core/problem.ts';
import { parseLanguageTag } from '../../../core/text/language.ts';
import type { OpenedFile, OpenedUnit, OpenResult } from '../../format.ts';
import { LONGEST } from '../xml/byte-scanner.ts';
import { readElement } from '../xml/element.ts';
import { workingBytes } from '../xml/working-bytes.ts';
import type { XliffFamily } from './format.ts';
import { findPlaces, type XliffDialect } from './places.ts';
import { readPayload } from './skeleton.ts';
import { targetPlaces } from './target-places.ts';
import { unitOf, type FoundUnit } from './unit.ts';
import { decodeUnit, type OpenXliff } from './unit-text.ts';
import { writeUpdates } from './write-updates.ts';

/** The whole file's places; null with an error where it is not well-formed or not of this family. */
export function openXliff<Found extends FoundUnit>(
  bytes: Uint8Array,
  family: XliffFamily<Found>,
): OpenResult {
  const { working, problem: undecodable } = workingBytes(bytes);
  if (working === null) return { file: null, problems: [undecodable] };
  const { places, problems: found } = findPlaces(working.utf8, family);
  if (places === null) return { file: null, problems: found };
  const isOwn = ownNamespaces(family, places.root.namespace);
  const open = { family, working, places, isOwn, constraints: family.constraints(working.utf8, isOwn) };
  const nothing = places.units.translatable ? [] : [problem('nothing-translatable')];
  const problems = [...working.warnings, ...found, ...nothing];
  const { source, target = languageOfTargets(open) } = family.languages(places);
  const file: OpenedFile = {
    format: family.unit === 'unit' ? 'xliff2' : 'xliff12',
    variant: family.variant(places),
    sourceLanguage: source === undefined ? null : parseLanguageTag(source),
    targetLanguage: target === undefined ? null : parseLanguageTag(target),
    unitCount: places.units.length,
    idOf: (index) => unitId(places.ids[index] ?? ''),
    indexOf: (id: UnitId) => places.indexOf(id) ?? null,
    unit: (index) => readUnit(open, index),
    placesOfTargets: targetPlaces(open),
    skeleton: () => skeletonOf(open),
    write: (updates, options) => writeUpdates(open, bytes, updates, options),
  };
  return { file, problems };
}

/** Tells XLIFF's namespace from others; remembers the last answer, because neighbours mostly are of one namespace. */
function ownNamespaces(
  family: Pick<XliffDialect, 'isOwn'>,
  root: string | null,
): (namespace: string | null) => boolean {
  let last = root;
  let answer = family.isOwn(root, root);
  return (namespace) => {
    if (namespace === last) return answer;
    last = namespace;
    answer = family.isOwn(namespace, root);
    return answer;
  };
}

/** Units that are looked at for the language of their targets, where the file itself names none. */
const LOOKED_AT = 50;

function languageOfTargets<Found extends FoundUnit>(open: OpenXliff<Found>): string | undefined {
  for (let index = 0; index < Math.min(LOOKED_AT, open.places.units.length); index += 1) {
    const place = open.places.units.at(index);
    const decoded = place === undefined ? null : decodeUnit(open, place);
    if (decoded === null) continue;
    const found = open.family.findUnit(decoded.text, decoded.element, open.isOwn);
    const { targetLanguage } = found.about();
    if (targetLanguage !== undefined) return targetLanguage;
  }
  return undefined;
}

function readUnit<Found extends FoundUnit>(open: OpenXliff<Found>, index: number): OpenedUnit | null {
  const place = open.places.units.at(index);
  const decoded = place === undefined ? null : decodeUnit(open, place);
  if (place === undefined || decoded === null) return null;
  const id = unitId(open.places.ids[index] ?? '');
  const found = open.family.findUnit(decoded.text, decoded.element, open.isOwn);
  const path = { path: `unit ${id}` };
  const asked = open.constraints(index, decoded.element, found);
  return {
    unit: { ...unitOf(id, place, found), ...asked },
    problems: found.problems.map((code) => problem(code, path)),
  };
}

/** What the document was made of, where it carries that; a warning where it says so and does not. */
function skeletonOf<Found extends FoundUnit>({
  family,
  working: { utf8 },
  places,
}: OpenXliff<Found>): { readonly skeleton: Skeleton | null; readonly problems: readonly Problem[] } {
  const file = places.files[0];
  if (file?.head == null) return { skeleton: null, problems: [] };
  const { start, end, scope } = file.head;
  const unreadable = { skeleton: null, problems: [problem('xliff-skeleton-unreadable')] };
  if (end - start > LONGEST) return unreadable;
  const head = readElement(utf8.toString('utf8', start, end), { start: 0, scope });
  const payload = head === null ? null : family.payload(head, file);
  const skeleton = payload === null ? null : readPayload(payload.base64, payload.ours);
  return skeleton === 'broken' ? unreadable : { skeleton, problems: [] };
}
