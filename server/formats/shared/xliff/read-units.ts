/** The frame of reading, for both families: every unit in order, with a name of its own, and what the file says. */
import type { Document } from '../../../core/document/document.ts';
import { unitId, type UnitId } from '../../../core/document/ids.ts';
import type { Unit } from '../../../core/document/unit.ts';
import { problem, type Problem } from '../../../core/problem.ts';
import { parseLanguageTag } from '../../../core/text/language.ts';
import { openXml, type XmlSource } from '../xml/source.ts';
import { readSkeleton } from './skeleton-payload.ts';
import { nameUnits, type UnitName } from './unit-names.ts';
import { attribute, walkXliff, type FoundUnit, type XliffFacts, type XliffFamily } from './walk.ts';

export interface ReadUnits {
  readonly facts: XliffFacts | null;
  /** null where the file cannot be opened. */
  readonly document: Document | null;
  readonly problems: readonly Problem[];
}

/** The ids of the units are given after all have been seen; `readUnit` gets a passing one. */
export function readXliff(
  bytes: Uint8Array,
  family: XliffFamily,
  readUnit: (source: XmlSource, found: FoundUnit, id: UnitId) => Unit,
): ReadUnits {
  const source = openXml(bytes);
  if ('code' in source) return { facts: null, document: null, problems: [source] };
  const units: Unit[] = [];
  const found: UnitName[] = [];
  const passing = unitId('');
  const facts = walkXliff(
    source,
    family,
    () => true,
    (unit) => {
      found.push({ id: attribute(source, unit.element, 'id'), file: unit.file });
      units.push(readUnit(source, unit, passing));
    },
  );
  const named = nameUnits(found);
  const { skeleton, problems: skeletonProblems } = readSkeleton(facts.skeleton);
  const sourceLanguage = facts.sourceLanguage === null ? null : parseLanguageTag(facts.sourceLanguage);
  const targetLanguage = facts.targetLanguage === null ? null : parseLanguageTag(facts.targetLanguage);
  const languageProblems = [facts.sourceLanguage, facts.targetLanguage].flatMap((text) =>
    text !== null && text !== '' && parseLanguageTag(text) === null
      ? [problem('language-unreadable', null, { text })]
      : [],
  );
  return {
    facts,
    document: {
      format: '',
      variant: '',
      sourceLanguage,
      targetLanguage,
      units: units.map((unit, index) => ({ ...unit, id: named.names[index] ?? unit.id })),
      outline: skeleton?.outline ?? [],
      skeleton,
    },
    problems: [...facts.problems, ...named.problems, ...languageProblems, ...skeletonProblems],
  };
}
