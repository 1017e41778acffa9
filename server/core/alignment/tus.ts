/** What a memory keeps of an alignment: a TU for each link that has both sides. */
import { NO_CONTEXT, type Tu } from '../memory/tu.ts';
import { textOf } from '../text/content.ts';
import { linkedTexts } from './linked-contents.ts';
import type { Link } from './link.ts';
import type { Side } from './side.ts';

export interface TuDetails {
  /** Names of the two files. */
  readonly sourceFile: string;
  readonly targetFile: string;
  readonly author: string;
  /** Epoch milliseconds. */
  readonly at: number;
  /** Links below it are left out, unless a person confirmed them; 0 to 1. */
  readonly minimum: number;
}

/**
 * In order. The context of each are the texts of the source around it. Units of a document that has only numbers for
 * them say nothing in another one, so no ids are given.
 */
export function tusOf(source: Side, target: Side, links: readonly Link[], details: TuDetails): readonly Tu[] {
  const linked = linkedTexts(source, target, links);
  const textAt = (place: number): string | null => {
    const segment = source.segments[place];
    return segment === undefined ? null : textOf(segment.content);
  };
  return linked.flatMap(({ link, source: left, target: right }) => {
    const isKept = link.confirmed || link.confidence >= details.minimum;
    if (!isKept || textOf(left).trim() === '' || textOf(right).trim() === '') return [];
    const tu: Tu = {
      variants: [
        { language: source.language, content: left },
        { language: target.language, content: right },
      ],
      kind: 'aligned',
      context: {
        ...NO_CONTEXT,
        previous: textAt(link.sourceStart - 1),
        next: textAt(link.sourceStart + link.source),
      },
      document: details.sourceFile,
      createdBy: details.author,
      changedBy: details.author,
      createdAt: details.at,
      changedAt: details.at,
      tuid: '',
      notes: [],
      properties: [{ type: 'x-alignment-target', text: details.targetFile }],
    };
    return [tu];
  });
}
