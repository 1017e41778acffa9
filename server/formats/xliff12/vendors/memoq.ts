/** memoQ: `mq:status` of the unit, a word for each colour of its grid; the namespace is no more than a name. */
import type { State } from '../../../core/document/state.ts';
import { attributeIn } from '../../shared/xml/element.ts';
import { isTrue } from '../../shared/xliff/locks.ts';
import { wordForEach, type Vendor } from './vendor.ts';

const NAMESPACE = 'MQXliff';

/** Older and newer versions spell the confirmations differently; edited, pretranslated and rejected texts are open. */
function read(status: string | undefined): State {
  if (status === undefined || /reject/i.test(status)) return 'initial';
  if (/^proofread|reviewer2/i.test(status)) return 'final';
  if (/reviewer1/i.test(status)) return 'reviewed';
  return /confirmed|approved/i.test(status) ? 'translated' : 'initial';
}

export const memoq: Vendor = {
  id: 'mq',
  namespace: NAMESPACE,
  attribute: { local: 'status', qualified: true },
  vocabulary: wordForEach(
    {
      initial: 'PartiallyEdited',
      translated: 'ManuallyConfirmed',
      reviewed: 'Reviewer1Confirmed',
      final: 'Proofread',
    },
    read,
  ),
  flagged: (unit) => (attributeIn(unit, NAMESPACE, 'status') === undefined ? [] : [unit]),
  resegments: (unit) => !isTrue(attributeIn(unit, NAMESPACE, 'nosplitjoin')),
};
