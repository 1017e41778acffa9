/**
 * What would stall the parser, found before it runs: one pass over the lines, without recursion. The parser's time
 * grows with the squares and cubes of some things that no book has many of; these are counted, a little too high
 * rather than too low, and the first line at which they are too many is named.
 */
import { emphasisMeter } from './emphasis-meter.ts';

export const MAX_DEPTH = 100;
/** A list inside a list is two levels of the tree, the list and its item. */
const MAX_LISTS = MAX_DEPTH / 2;
const MAX_CELLS = 2000;
/** Of one paragraph. */
const MAX_OPEN_BRACKETS = 500;
/** Each end of an emphasis looks back for its beginning: the sum of these looks, in runs of stars or underscores. */
const MAX_EMPHASIS_STEPS = 12_500_000;
const MAX_RUN_LENGTH = 1000;
/** Each tag, reference, escape and run of stars moves all of its paragraph that is read before it. */
const MAX_PIECES = 20_000;
/** Each closing bracket looks back over those before it in its paragraph: the sum of these looks. */
const MAX_BRACKET_STEPS = 100_000_000;
/** The end of a quote, note or nested list moves all that was read before it: the sum of these moves, in lines. */
const MAX_CLOSING_STEPS = 60_000_000;
/** Measured, in such steps: what ends costs so much for each line before it. */
const COST = { note: 4, quote: 2, list: 1 } as const;

const RULE = /^[ \t]*([-*_])(?:[ \t]*\1)*[ \t]*$/;
const BLOCK_START = /^ {0,3}(?:[-*+] +\S|#{1,6} )/;
const NOTE_START = /^[ \t>]*\[\^[^\]]+\]:/;

/** Offset of the first line that opens too many containers, or makes too much work of its paragraph; -1 if none. */
export function findDeepLine(text: string): number {
  const paragraphs = paragraphMeter();
  const containers = containerMeter();
  for (const match of text.matchAll(/[^\r\n]*(?:\r\n|\r|\n|$)/g)) {
    const line = match[0].trimEnd();
    // Both meters see each line.
    const tooMuch = paragraphs(line);
    if (containers(line) || tooMuch) return match.index;
  }
  return -1;
}

/** Whether a line makes too much of its paragraph, given those before it. */
function paragraphMeter(): (line: string) => boolean {
  let open = 0;
  let closed = 0;
  const emphasis = emphasisMeter();
  let runs = 0;
  let looks = 0;
  let pieces = 0;
  let steps = 0;
  return (line) => {
    if (BLOCK_START.test(line)) {
      closed = 0;
      emphasis.newParagraph();
      runs = 0;
      looks = 0;
    }
    if (RULE.test(line) || line.replace(/^[\s>]+/, '') === '') {
      open = 0;
      closed = 0;
      emphasis.newParagraph();
      runs = 0;
      looks = 0;
      pieces = 0;
      return false;
    }
    emphasis.newLine();
    let cells = 0;
    for (const { 0: sign, index } of line.matchAll(/\\.|\[|\]|\||[<&]|\*+|_+/g)) {
      if (sign === '[') open += 1;
      else if (sign === ']') {
        open = Math.max(0, open - 1);
        closed += 1;
        steps += closed;
      } else if (sign === '|') cells += 1;
      else if (/^[\\<&]/.test(sign)) pieces += 1;
      else {
        runs += 1;
        looks += emphasis.run(line, index, sign);
      }
      if (open > MAX_OPEN_BRACKETS || sign.length > MAX_RUN_LENGTH) return true;
    }
    return (
      cells > MAX_CELLS ||
      runs > MAX_PIECES ||
      looks > MAX_EMPHASIS_STEPS ||
      pieces > MAX_PIECES ||
      steps > MAX_BRACKET_STEPS
    );
  };
}

/** Where the text of a line begins, and the containers that stand before it. Columns count from 0. */
interface Prefix {
  readonly column: number;
  readonly quotes: number;
  /** The columns of list markers. */
  readonly lists: readonly number[];
  readonly isBlank: boolean;
}

/** Whether a line opens more containers than allowed, or the lines up to it close too many. */
function containerMeter(): (line: string) => boolean {
  /** The columns of the lists that may be open; text does not close them, since it may be lazy continuation. */
  const lists: number[] = [];
  let last = { list: -1, quotes: 0, isNote: false };
  /** Lines since text followed a container without a blank line: they may all be lazy continuation. */
  let lazy = 0;
  let size = 0;
  let steps = 0;
  return (line) => {
    const prefix = readPrefix(line);
    for (const column of prefix.lists) {
      while ((lists.at(-1) ?? -1) >= column) lists.pop();
      lists.push(column);
    }
    const isNote = NOTE_START.test(line);
    const [marker] = prefix.lists;
    const leavesList = marker === undefined ? prefix.column <= last.list : marker < last.list;
    const leaves = !prefix.isBlank && (leavesList || (last.isNote && prefix.column < 4 && !isNote));
    const leavesQuote = prefix.quotes < last.quotes;
    if (leaves || leavesQuote) steps += size * COST[last.isNote ? 'note' : leavesQuote ? 'quote' : 'list'];
    lazy = prefix.isBlank || !(lazy > 0 || leaves || leavesQuote) ? 0 : lazy + 1;
    // Each lazy line looks back over those before it.
    steps += lazy;
    size += 1 + prefix.quotes + (prefix.column > 1 ? lists.length : 0);
    if (!prefix.isBlank) {
      const inside = !leaves && !isNote;
      last = {
        list: prefix.lists.at(-1) ?? (inside ? last.list : -1),
        quotes: prefix.quotes,
        isNote: isNote || (inside && last.isNote),
      };
    } else last = { ...last, quotes: prefix.quotes };
    const tooDeep = prefix.quotes + prefix.lists.length > MAX_DEPTH || lists.length > MAX_LISTS;
    return tooDeep || steps > MAX_CLOSING_STEPS;
  };
}

const PREFIX_SIGN = /([ \t])|(>)|((?:[-*+]|\d{1,9}[.)])(?=[ \t]|$))/y;

function readPrefix(line: string): Prefix {
  if (RULE.test(line)) return { column: line.search(/\S/), quotes: 0, lists: [], isBlank: false };
  let column = 0;
  let quotes = 0;
  const lists: number[] = [];
  PREFIX_SIGN.lastIndex = 0;
  let at = 0;
  for (let sign = PREFIX_SIGN.exec(line); sign; sign = PREFIX_SIGN.exec(line)) {
    at = PREFIX_SIGN.lastIndex;
    if (sign[3] !== undefined) lists.push(column);
    if (sign[2] !== undefined) quotes += 1;
    column += sign[0] === '\t' ? 4 - (column % 4) : sign[0].length;
  }
  return { column, quotes, lists, isBlank: at === line.length && lists.length === 0 };
}
