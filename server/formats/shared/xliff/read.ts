/** XLIFF bytes to a document, for all generations. Each unit is read on its own, so that size costs only time. */
import { unitId } from '../../../core/document/ids.ts';
import type { Unit } from '../../../core/document/unit.ts';
import { problem, type Problem } from '../../../core/problem.ts';
import { parseLanguageTag } from '../../../core/text/language.ts';
import type { ReadResult } from '../../format.ts';
import { readElement } from '../xml/element.ts';
import { decodeXml } from '../xml/encoding.ts';
import type { XliffFamily } from './format.ts';
import { findPlaces } from './places.ts';
import { readPayload } from './skeleton.ts';
import { unitOf, type FoundUnit } from './unit.ts';

/** The whole document; null with an error where the file is not well-formed or not of this family. */
export function readXliff<Found extends FoundUnit>(
  bytes: Uint8Array,
  family: XliffFamily<Found>,
): ReadResult {
  const decoded = decodeXml(bytes);
  if (decoded.file === null) return { document: null, problems: [decoded.problem] };
  const { text } = decoded.file;
  const { places, problems: found } = findPlaces(text, family);
  if (places === null) return { document: null, problems: found };
  const problems: Problem[] = [...decoded.file.warnings, ...found];
  const isOwn = (namespace: string | null): boolean => family.isOwn(namespace, places.root.namespace);
  const units: Unit[] = [];
  let ofTargets: string | undefined;
  places.units.forEach((place, index) => {
    const element = readElement(text, place);
    if (element === null) return;
    const id = unitId(places.ids[index] ?? '');
    const unit = family.findUnit(text, element, isOwn);
    units.push(unitOf(id, place, unit));
    ofTargets ??= unit.targetLanguage;
    for (const code of unit.problems) problems.push(problem(code, { path: `unit ${id}` }));
  });
  if (!units.some((unit) => unit.translate)) problems.push(problem('nothing-translatable'));
  const file = places.files[0];
  const payload = file === undefined ? null : family.payload(text, file);
  const skeleton = payload === null ? null : readPayload(payload.base64, payload.ours);
  if (skeleton === 'broken') problems.push(problem('xliff-skeleton-unreadable'));
  const kept = skeleton === 'broken' ? null : skeleton;
  const { source, target = ofTargets } = family.languages(places);
  const document = {
    format: family.unit === 'unit' ? 'xliff2' : 'xliff12',
    variant: family.variant(places),
    sourceLanguage: source === undefined ? null : parseLanguageTag(source),
    targetLanguage: target === undefined ? null : parseLanguageTag(target),
    units,
    outline: kept?.outline ?? [],
    skeleton: kept,
  };
  return { document, problems };
}
