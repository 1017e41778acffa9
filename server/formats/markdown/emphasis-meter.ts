/**
 * How far the parser looks back for what opens each emphasis of a paragraph, without parsing it. A run of stars or
 * underscores whose opening stands beside it looks no further; of any other it is taken to look back to the
 * beginning. What the parser would not find is never counted as found.
 */

/** After one of these the parser may have read a run before it as part of code, a tag or a link. */
const ENDS_OTHERS = /[`>\])]/;

export interface EmphasisMeter {
  /** Steps of looking back for the run that stands at `at`; the paragraph goes on. */
  readonly run: (line: string, at: number, sign: string) => number;
  readonly newLine: () => void;
  readonly newParagraph: () => void;
}

export function emphasisMeter(): EmphasisMeter {
  let runs = 0;
  /** Runs that surely open what the next run alike closes. */
  let open: { readonly sign: string; readonly index: number }[] = [];
  /** Up to where the line was looked at. */
  let seen = 0;
  return {
    run(line, at, sign) {
      if (ENDS_OTHERS.test(line.slice(seen, at))) open = [];
      seen = at + sign.length;
      runs += 1;
      const { opens, closes } = flanking(line, at, sign);
      const last = open.at(-1);
      if (closes && last?.sign === sign) {
        open.pop();
        return runs - last.index;
      }
      if (opens) open.push({ sign, index: runs });
      return closes ? runs : 0;
    },
    newLine() {
      seen = 0;
    },
    newParagraph() {
      runs = 0;
      open = [];
    },
  };
}

/** What the run can do by what stands on either side of it (CommonMark 0.31, 6.2). */
function flanking(
  line: string,
  at: number,
  sign: string,
): { readonly opens: boolean; readonly closes: boolean } {
  const [before, after] = [kindOf(line[at - 1]), kindOf(line[at + sign.length])];
  const left = after === 'letter' || (after === 'sign' && before !== 'letter');
  const right = before === 'letter' || (before === 'sign' && after !== 'letter');
  if (sign.startsWith('*')) return { opens: left, closes: right };
  return {
    opens: left && (!right || before === 'sign'),
    closes: right && (!left || after === 'sign'),
  };
}

function kindOf(character: string | undefined): 'space' | 'sign' | 'letter' {
  if (character === undefined || /\s/.test(character)) return 'space';
  return /[\p{P}\p{S}]/u.test(character) ? 'sign' : 'letter';
}
