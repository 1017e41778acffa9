/** XLIFF 1.2 as the tools want it that speak it. */
import type { ExchangeLayout, ExchangeProfile } from '../format.ts';

/** Segments in their units, and a target everywhere. */
export const FILLED: ExchangeLayout = { untranslated: 'source', segments: 'in-units' };

export const PROFILES: readonly ExchangeProfile[] = [
  // OmegaT translates the content of targets, so there must be one.
  { id: 'omegat', version: '1.2', layout: FILLED, tools: ['omegat'] },
  {
    id: 'cat',
    version: '1.2',
    layout: { untranslated: 'nothing', segments: 'in-units' },
    tools: ['trados', 'memoq', 'phrase', 'matecat', 'okapi', 'swordfish'],
  },
  // Poedit and Lokalize would write between the mrk elements of a segmented target.
  {
    id: 'poedit',
    version: '1.2',
    layout: { untranslated: 'nothing', segments: 'as-units' },
    tools: ['poedit', 'lokalize', 'weblate', 'virtaal', 'translate-toolkit'],
  },
];
