/**
 * TMX bytes to pairs of source and target, for translations that came back in place of their document. A file that is
 * broken anywhere is refused: half of what came back is nothing to apply.
 */
import { variantIn } from '../../core/memory/tu.ts';
import { hasErrors, type Problem } from '../../core/problem.ts';
import type { ListedPair, ListLanguages, ListResult } from '../format.ts';
import { readWholeTus } from './read-tus.ts';

export function readTmx(bytes: Uint8Array, languages: ListLanguages): ListResult {
  const pairs: ListedPair[] = [];
  const problems: Problem[] = [];
  for (const event of readWholeTus(bytes)) {
    if (event.kind !== 'tu') {
      problems.push(event.problem);
      continue;
    }
    const source = variantIn(event.tu, languages.source)?.content;
    const target = variantIn(event.tu, languages.target)?.content;
    if (source !== undefined && target !== undefined) pairs.push({ source, target });
  }
  const errors = problems.filter((each) => hasErrors([each]));
  return errors.length > 0
    ? { list: null, problems: errors }
    : { list: { kind: 'pairs', pairs }, problems: [] };
}
