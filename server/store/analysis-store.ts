/**
 * The port of what was found out about segments before work begins: the band of each one's best match, and the rates by
 * which a project weighs bands.
 * Invariant: a band is that of the time when it was looked for; a segment that is newer has none.
 */
import type { Band } from '../core/memory/bands.ts';
import type { Leverage, Rates } from '../core/memory/leverage.ts';
import type { LanguageTag } from '../core/text/language.ts';
import type { DocumentId, ProjectId, SegmentKey } from './ids.ts';

export interface SegmentBand {
  readonly segment: SegmentKey;
  readonly band: Band;
  /** Code points of its source. */
  readonly characters: number;
}

export interface DocumentLeverage {
  readonly document: DocumentId;
  readonly leverage: Leverage;
  /** When the last of its segments was looked for; null: none was. */
  readonly at: number | null;
}

export interface AnalysisStore {
  /** Replaces what was known of these segments. */
  saveBands(language: LanguageTag, bands: readonly SegmentBand[], at: number): Promise<void>;
  /** Of each document of the project, also of one that was never looked at. */
  listLeverage(project: ProjectId, language: LanguageTag): Promise<readonly DocumentLeverage[]>;
  /** null where the project has none of its own. */
  findRates(project: ProjectId): Promise<Rates | null>;
  saveRates(project: ProjectId, rates: Rates | null): Promise<void>;
}
