/** A bilingual document as one in a single language, that of its sources or that of its targets. */
import type { Document } from '../document/document.ts';
import type { Unit, UnitPart } from '../document/unit.ts';

/** Without targets. Of its targets: they are the sources now, and segments without one are left out. */
export function inOneLanguage(document: Document, text: 'source' | 'target'): Document {
  const { sourceLanguage, targetLanguage } = document;
  return {
    ...document,
    sourceLanguage: text === 'source' ? sourceLanguage : targetLanguage,
    targetLanguage: null,
    units: document.units.map((unit) => ({ ...unit, parts: partsOf(unit, text) })),
    ...(text === 'source' ? {} : { outline: [], skeleton: null }),
  };
}

function partsOf(unit: Unit, text: 'source' | 'target'): readonly UnitPart[] {
  if (text === 'source') return unit.parts.map((part) => withoutTarget(part));
  return unit.parts.flatMap((part) =>
    part.target === null && part.kind === 'segment'
      ? []
      : [{ ...withoutTarget(part), source: part.target ?? part.source }],
  );
}

function withoutTarget(part: UnitPart): UnitPart {
  if (part.kind === 'ignorable') return { ...part, target: null };
  const { kind, id, source, range, locked } = part;
  return {
    kind,
    id,
    state: 'initial',
    source,
    target: null,
    ...(range && { range }),
    ...(locked && { locked }),
  };
}
