/**
 * The frame of writing, for both families: names the units as reading does, lets the family write each one that is
 * asked for, and splices it all in. The target language is added where a file with targets must name one.
 */
import type { UnitId } from '../../../core/document/ids.ts';
import type { UnitUpdate } from '../../../core/document/update.ts';
import { hasErrors, problem, type Problem } from '../../../core/problem.ts';
import type { WriteOptions, WriteResult } from '../../format.ts';
import { spliceText, type Splice } from '../splice.ts';
import { openXml, type XmlSource } from '../xml/source.ts';
import { setAttribute } from './attributes.ts';
import { nameUnits, type UnitName } from './unit-names.ts';
import { attribute, walkXliff, type FoundUnit, type XliffFamily } from './walk.ts';

export type UnitWriter = (
  source: XmlSource,
  found: FoundUnit,
  id: UnitId,
  update: UnitUpdate,
) => { readonly splices: readonly Splice[]; readonly problems: readonly Problem[] };

export function writeUnits(
  bytes: Uint8Array,
  family: XliffFamily,
  updates: readonly UnitUpdate[],
  options: WriteOptions,
  writeUnit: UnitWriter,
): WriteResult {
  const source = openXml(bytes);
  if ('code' in source) return { bytes: null, problems: [source] };
  const found: UnitName[] = [];
  const facts = walkXliff(
    source,
    family,
    () => false,
    (unit) => {
      found.push({ id: attribute(source, unit.element, 'id'), file: unit.file });
    },
  );
  if (hasErrors(facts.problems)) return { bytes: null, problems: facts.problems };
  if (updates.length === 0) return { bytes, problems: [] };

  const { names } = nameUnits(found);
  const known = new Set(names);
  const problems = updates
    .filter((update) => !known.has(update.unit))
    .map((update) => problem('update-unit-unknown', { path: update.unit }, { unit: update.unit }));
  const wanted = new Map(updates.map((update) => [update.unit, update]));
  const splices: Splice[] = [];
  walkXliff(
    source,
    family,
    (index) => wanted.has(nameAt(names, index)),
    (unit) => {
      const update = wanted.get(nameAt(names, unit.index));
      if (update === undefined) return;
      const written = writeUnit(source, unit, update.unit, update);
      splices.push(...written.splices);
      problems.push(...written.problems);
    },
  );
  if (splices.length === 0) return { bytes, problems };
  if (facts.targetLanguage === null) {
    for (const element of facts.languageElements) {
      splices.push(...setAttribute(source, element, family.targetLanguage, options.targetLanguage));
    }
  }
  splices.sort((a, b) => a.start - b.start || a.end - b.end);
  return { bytes: source.toBytes(spliceText(source.raw, splices)), problems };
}

function nameAt(names: readonly UnitId[], index: number): UnitId {
  const name = names[index];
  if (name === undefined) throw new RangeError(`no unit ${index}`);
  return name;
}
