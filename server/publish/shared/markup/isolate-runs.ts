/** Left-to-right passages inside right-to-left text as elements of their own (core/text/left-to-right-runs.ts). */
import { leftToRightRuns } from '../../../core/text/left-to-right-runs.ts';
import { element, type Markup } from './element.ts';

/** The text as it is, with its left-to-right passages in `<bdi dir="ltr">`. */
export function isolateRuns(text: string): Markup {
  const result: Markup[number][] = [];
  let done = 0;
  for (const { start, end } of leftToRightRuns(text)) {
    if (start > done) result.push(text.slice(done, start));
    result.push(element('bdi', { dir: 'ltr' }, text.slice(start, end)));
    done = end;
  }
  if (done < text.length || text === '') result.push(text.slice(done));
  return result;
}
