/** There is no target, or an empty one, where the state says that the segment is translated. */
import { compareStates } from '../../document/state.ts';
import type { Check } from '../check.ts';

export const missingTranslation: Check = {
  id: 'missing-translation',
  languages: 'all',
  severity: 'error',
  issueType: 'omission',
  example: { source: 'Save', target: '', mended: 'ذخیره', targetLanguage: 'fa', state: 'translated' },
  ofEmpty: true,
  find: ({ source, state }) => {
    const isClaimed = state !== undefined && compareStates(state, 'translated') >= 0;
    return isClaimed && source.trim() !== '' ? [{ target: null, values: { state } }] : [];
  },
};
