/** Sets targets in a bilingual file; what is not named stays untouched to the byte. */
import { z } from 'zod';
import { checkCodes } from '../core/document/check-codes.ts';
import { checkUnit } from '../core/document/check-unit.ts';
import { isState, type State } from '../core/document/state.ts';
import type { SegmentUpdate, UnitUpdate } from '../core/document/update.ts';
import { segmentsOf, type Segment, type Unit } from '../core/document/unit.ts';
import { unitId } from '../core/document/ids.ts';
import { hasErrors, problem, type Problem } from '../core/problem.ts';
import { normalizeContent, type Content } from '../core/text/content.ts';
import { UNDETERMINED } from '../core/text/language.ts';
import type { FileDependencies } from './dependencies.ts';
import type { WrittenFile } from './extract-file.ts';
import { openFile, type UnitSource } from './open-file.ts';
import type { ReadFileInput } from './read-file.ts';

const codeSchema = z.object({
  code: z.enum(['open', 'close', 'standalone', 'marker']),
  id: z.string(),
  equiv: z.string().default(''),
  text: z.string().default(''),
  edge: z.enum(['open', 'close']).optional(),
});
const segmentSchema = z
  .object({
    target: z.union([z.string(), z.array(z.union([z.string(), codeSchema]))]).optional(),
    state: z.string().refine(isState).optional(),
    subState: z.string().optional(),
  })
  .strict();
const segmentsSchema = z.array(segmentSchema);
/** Its own keys are the ids: a record of zod's would leave a unit called `__proto__` out. */
const targetsSchema = z.custom<object>(
  (value) => typeof value === 'object' && value !== null && !Array.isArray(value),
  'an object with the ids of units is expected',
);

type GivenSegment = z.infer<typeof segmentSchema>;

export interface ApplyInput extends ReadFileInput {
  /** The text of T.json: `{"UNIT ID": [{"target": …, "state": …}, …one per segment]}`. */
  readonly targets: string;
}

/**
 * Units whose codes would break are reported and left as they are; the others are written, with what the file asks
 * of their length and wording reported. Of which language they are must be said by the file or the caller, else it is
 * a warning: XLIFF 2 with targets is not valid without.
 */
export function applyTargets(deps: Pick<FileDependencies, 'segmenter'>, input: ApplyInput): WrittenFile {
  const opened = openFile(deps, input);
  if (opened.kind === 'refused') return { bytes: null, problems: opened.problems };
  const { file } = opened;
  if (file.write === null) {
    return { bytes: null, problems: [problem('import-not-bilingual', null, { format: file.name })] };
  }
  const given = parseTargets(input.targets);
  if ('code' in given) return { bytes: null, problems: [given] };
  const { updates, problems } = makeUpdates(file, given.targets);
  const language = file.targetLanguage ?? input.targetLanguages?.[0] ?? UNDETERMINED;
  const written = file.write(updates, { targetLanguage: language });
  const unsaid =
    language === UNDETERMINED && updates.length > 0 ? [problem('xliff-target-language-missing')] : [];
  return { bytes: written.bytes, problems: [...problems, ...unsaid, ...written.problems] };
}

function parseTargets(
  text: string,
): { readonly targets: ReadonlyMap<string, readonly GivenSegment[]> } | Problem {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    return problem('targets-malformed', null, { reason: error instanceof Error ? error.message : '' });
  }
  const parsed = targetsSchema.safeParse(value);
  if (!parsed.success) return malformed([], parsed.error);
  const targets = new Map<string, readonly GivenSegment[]>();
  for (const [unit, given] of Object.entries(parsed.data)) {
    const segments = segmentsSchema.safeParse(given);
    if (!segments.success) return malformed([unit], segments.error);
    targets.set(unit, segments.data);
  }
  return { targets };
}

function malformed(within: readonly string[], { issues }: z.ZodError): Problem {
  const [issue] = issues;
  const path = [...within, ...(issue?.path ?? []).map(String)].join(' > ');
  return problem('targets-malformed', { path }, { reason: issue?.message ?? '' });
}

function makeUpdates(
  file: UnitSource,
  given: ReadonlyMap<string, readonly GivenSegment[]>,
): { readonly updates: readonly UnitUpdate[]; readonly problems: readonly Problem[] } {
  const ours = file.skeleton().skeleton !== null;
  const updates: UnitUpdate[] = [];
  const problems: Problem[] = [];
  for (const [id, asked] of given) {
    const index = file.indexOf(unitId(id));
    const own = index === null ? undefined : file.unit(index)?.unit;
    const sources = own ? segmentsOf(own) : [];
    if (asked.length === 0 && sources.length > 0) {
      const values = { unit: id, expected: sources.length, found: 0 };
      problems.push(problem('update-segment-unknown', { path: `unit ${id}` }, values));
      continue;
    }
    const segments = asked.map((each) => withState(each, ours));
    const found = segments.flatMap((segment, index) => codeProblems(id, sources[index], segment));
    problems.push(...found);
    if (hasErrors(found)) continue;
    if (own !== undefined) problems.push(...wordingProblems(own, segments));
    updates.push({ unit: unitId(id), segments: segments.map(toUpdate) });
  }
  return { updates, problems };
}

function codeProblems(unit: string, source: Segment | undefined, given: Asked): readonly Problem[] {
  if (source === undefined || given.target === undefined) return [];
  const draft = (given.state === null ? source.state : given.state) === 'initial';
  const present = source.target;
  return checkCodes(source.source, toContent(given.target), { present, draft }).map((each) => ({
    ...each,
    place: { path: `${unit} > ${source.id}` },
  }));
}

/** What the file asks of the targets as they will be; of segments that are set, and of the unit as a whole. */
function wordingProblems(unit: Unit, given: readonly Asked[]): readonly Problem[] {
  let at = 0;
  const parts = unit.parts.map((part) => {
    const target = part.kind === 'segment' ? given[at++]?.target : undefined;
    return target === undefined ? part : { ...part, target: toContent(target) };
  });
  const segments = segmentsOf(unit);
  return checkUnit({ ...unit, parts }).flatMap((problems, index) =>
    problems
      .filter(({ code }) => code !== 'rule-not-met' || given[index]?.target !== undefined)
      .map((each) => ({ ...each, place: { path: `${unit.id} > ${segments[index]?.id ?? ''}` } })),
  );
}

/** What is asked of one segment; a state of null: nothing is to be said of it. */
type Asked = Omit<GivenSegment, 'state'> & { readonly state?: State | null | undefined };

/**
 * A text that is set without a state is a translation in a file of ours; in another tool's file, whose states are
 * that tool's affair, nothing is said of it.
 */
function withState(given: GivenSegment, ours: boolean): Asked {
  const silent = given.target !== undefined && given.state === undefined && !ours;
  return silent ? { ...given, state: null } : given;
}

function toUpdate(given: Asked): SegmentUpdate {
  return {
    ...(given.target === undefined ? {} : { target: toContent(given.target) }),
    ...(given.state === undefined ? {} : { state: given.state }),
    ...(given.subState === undefined ? {} : { subState: given.subState }),
  };
}

function toContent(target: NonNullable<GivenSegment['target']>): Content {
  if (typeof target === 'string') return normalizeContent([target]);
  return normalizeContent(
    target.map((part) => {
      if (typeof part === 'string') return part;
      const { edge, ...code } = part;
      return edge === undefined ? code : { ...code, edge };
    }),
  );
}
