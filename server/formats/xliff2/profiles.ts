/** XLIFF 2.0, 2.1 and 2.2 with their segments, and 2.0 for readers that keep one text a unit. */
import type { ExchangeLayout, ExchangeProfile } from '../format.ts';

export const SEGMENTED: ExchangeLayout = { untranslated: 'nothing', segments: 'in-units' };

export const PROFILES: readonly ExchangeProfile[] = [
  { id: 'xliff-2.0', version: '2.0', layout: SEGMENTED, tools: [] },
  {
    id: 'flat-2.0',
    version: '2.0',
    layout: { untranslated: 'nothing', segments: 'as-units' },
    tools: ['i18next', 'symfony', 'angular'],
  },
  { id: 'xliff-2.1', version: '2.1', layout: SEGMENTED, tools: [], qualityIssues: true },
  { id: 'xliff-2.2', version: '2.2', layout: SEGMENTED, tools: [], qualityIssues: true },
];
