/** The counts of any number of segments added up: measures with their methods, and the categories of GMX-V. */
import type { SegmentCount } from '../document/count-segments.ts';
import type { State } from '../document/state.ts';
import { gmxMethod, type GmxMethod, type TextKind } from '../text/gmx.ts';
import { UNDETERMINED, type LanguageTag } from '../text/language.ts';
import { METHODS, addMeasures, isEstimate, type Measure, type Measures } from '../text/measures.ts';
import { summarize, type StateCounts } from './summary.ts';

export interface MethodCount {
  readonly count: number;
  readonly method: string;
  /** Only of words: the script has no spaces, and a dictionary guesses where they are. */
  readonly estimate?: true;
}
export type TextCounts = Readonly<Record<Measure, MethodCount>>;

/** The names are those of the standard. Words are rounded where characters were divided. */
export interface GmxCounts {
  readonly method: 'GMX-V 2.0';
  readonly words: GmxMethod;
  readonly categories: Readonly<Record<string, number>>;
}

export interface Counts {
  readonly segments: number;
  readonly source: TextCounts;
  /** null where no segment has a target. */
  readonly target: TextCounts | null;
  readonly repetitions: StateCounts;
  readonly untranslatable: {
    /** In units that are not translated. */
    readonly notTranslated: StateCounts;
    readonly codesOnly: { readonly segments: number };
    /** Inside annotations that say so. */
    readonly protectedWords: number;
  };
  readonly byState: Readonly<Record<State, StateCounts>>;
  readonly gmx: GmxCounts;
}

/**
 * Measures, states and repetitions are of what is translated; the totals of GMX-V are of everything, as it asks.
 * A segment is a repetition from its second time on, in whatever file. The languages are all that are counted.
 */
export function addCounts(
  all: readonly SegmentCount[],
  sources: readonly LanguageTag[],
  targetLanguages: readonly LanguageTag[],
): Counts {
  const translated = all.filter((segment) => segment.translate);
  const repeated = repetitions(translated);
  const targets = translated.flatMap((segment) => (segment.target === null ? [] : [segment.target]));
  return {
    segments: translated.length,
    source: named(addMeasures(translated.map((segment) => segment.source)), sources),
    target: targets.length === 0 ? null : named(addMeasures(targets), targetLanguages),
    repetitions: size([...repeated]),
    untranslatable: {
      notTranslated: size(all.filter((segment) => !segment.translate)),
      codesOnly: { segments: translated.filter((segment) => segment.codesOnly).length },
      protectedWords: round(translated, (segment) => segment.protected.words),
    },
    byState: summarize(
      translated.map(({ state, source: { words } }) => ({ ...NONE, [state]: { segments: 1, words } })),
    ).byState,
    gmx: { method: 'GMX-V 2.0', words: methodOf(sources), categories: categories(all, repeated) },
  };
}

function methodOf(languages: readonly LanguageTag[]): GmxMethod {
  const [first = UNDETERMINED, ...others] = languages;
  const method = gmxMethod(first);
  if (others.every((each) => gmxMethod(each).words === method.words)) return method;
  return { words: 'each language by its own method', factor: null, estimate: languages.some(isEstimate) };
}

const NOTHING = { segments: 0, words: 0 };
const NONE = { initial: NOTHING, translated: NOTHING, reviewed: NOTHING, final: NOTHING };

function named(counts: Measures, languages: readonly LanguageTag[]): TextCounts {
  const one = (name: Measure): MethodCount => ({
    count: counts[name],
    method: METHODS[name],
    ...(name === 'words' && languages.some(isEstimate) ? { estimate: true } : {}),
  });
  return {
    words: one('words'),
    whiteSpaceWords: one('whiteSpaceWords'),
    characters: one('characters'),
    charactersWithoutSpaces: one('charactersWithoutSpaces'),
    graphemes: one('graphemes'),
    burmeseSyllables: one('burmeseSyllables'),
  };
}

function repetitions(segments: readonly SegmentCount[]): ReadonlySet<SegmentCount> {
  const seen = new Set<string>();
  return new Set(segments.filter(({ key }) => key !== '' && (seen.has(key) || !seen.add(key))));
}

function size(segments: readonly SegmentCount[]): StateCounts {
  const words = segments.reduce((sum, segment) => sum + segment.source.words, 0);
  return { segments: segments.length, words };
}

function round(segments: readonly SegmentCount[], value: (segment: SegmentCount) => number): number {
  return Math.round(segments.reduce((sum, segment) => sum + value(segment), 0));
}

/**
 * No word is counted in two categories: what is protected, then texts of one kind of word only, then repetitions;
 * words recognised by themselves are those in what remains.
 */
function categories(
  all: readonly SegmentCount[],
  repeated: ReadonlySet<SegmentCount>,
): Readonly<Record<string, number>> {
  const ofKind = (kind: TextKind): readonly SegmentCount[] =>
    all.filter(({ translate, gmx }) => translate && gmx.kind === kind);
  const mixed = ofKind('mixed');
  const remaining = mixed.filter((segment) => !repeated.has(segment));
  const totals = (name: string, segments: readonly SegmentCount[]): Record<string, number> => ({
    [`${name}WordCount`]: round(segments, ({ gmx }) => gmx.words),
    [`${name}CharacterCount`]: round(segments, ({ gmx }) => gmx.characters),
  });
  return {
    ...totals('Total', all),
    PunctuationCharacterCount: round(all, ({ gmx }) => gmx.punctuation),
    WhiteSpaceCharacterCount: round(all, ({ gmx }) => gmx.whiteSpace),
    ProtectedWordCount: round(all, (segment) => segment.protected.words),
    ProtectedCharacterCount: round(all, (segment) => segment.protected.characters),
    ...totals('NumericOnlyTextUnit', ofKind('numeric')),
    ...totals('MeasurementOnlyTextUnit', ofKind('measurement')),
    ...totals('AlphanumericOnlyTextUnit', ofKind('alphanumeric')),
    ...totals(
      'RepetitionMatched',
      mixed.filter((segment) => repeated.has(segment)),
    ),
    SimpleNumericAutoTextWordCount: round(remaining, ({ gmx }) => gmx.simpleNumbers),
    ComplexNumericAutoTextWordCount: round(remaining, ({ gmx }) => gmx.complexNumbers),
    MeasurementAutoTextWordCount: round(remaining, ({ gmx }) => gmx.measurements),
    AlphaNumericAutoTextWordCount: round(remaining, ({ gmx }) => gmx.alphanumerics),
    TranslatableInlineCount: round(all, ({ translate, codes }) => (translate ? codes : 0)),
    TextUnitCount: all.length,
  };
}
