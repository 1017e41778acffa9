/**
 * Runs checks over segments: those for the target's language, without those that the project has switched off and
 * the findings that somebody has decided to ignore. Pure; a segment costs time linear in its length, a document in
 * the number of its segments.
 */
import { primaryOf } from '../text/language.ts';
import type { Check, CheckedSegment, CheckSeverity, DocumentCheck, Finding } from './check.ts';
import { CHECKS, DOCUMENT_CHECKS } from './registry.ts';

/** A finding with what found it. */
export interface Reported extends Finding {
  readonly check: string;
  readonly severity: CheckSeverity;
  /** Names the finding in its segment for as long as the words that it is about stay (see findingKey). */
  readonly key: string;
}

export interface RunOptions {
  /** Ids of checks that are switched off. */
  readonly off?: ReadonlySet<string>;
  /** Keys of findings of this segment that are ignored. */
  readonly ignored?: ReadonlySet<string>;
}

/** Findings of one segment, by place in the target; those without a place come last. */
export function checkSegment(segment: CheckedSegment, options: RunOptions = {}): readonly Reported[] {
  const isEmpty = segment.target === '';
  return CHECKS.filter((check) => isWanted(check, segment, options) && (check.ofEmpty ?? false) === isEmpty)
    .flatMap((check) => check.find(segment).map((finding) => reported(check, finding, segment)))
    .filter(({ key }) => options.ignored?.has(key) !== true)
    .sort((a, b) => (a.target?.start ?? Infinity) - (b.target?.start ?? Infinity) || 0);
}

/**
 * Findings that only a comparison of segments shows, for each of the given segments. A segment that differs from
 * others names one of their variants.
 */
export function compareSegments(
  segments: readonly CheckedSegment[],
  options: Omit<RunOptions, 'ignored'> = {},
): readonly (readonly Reported[])[] {
  const findings: Reported[][] = segments.map(() => []);
  for (const check of DOCUMENT_CHECKS) {
    const groups = new Map<string, { readonly index: number; readonly variant: string }[]>();
    segments.forEach((segment, index) => {
      if (segment.target === '' || !isWanted(check, segment, options)) return;
      const key = check.group(segment);
      if (key === null) return;
      const member = { index, variant: check.variant(segment) };
      const group = groups.get(key);
      if (group === undefined) groups.set(key, [member]);
      else group.push(member);
    });
    for (const group of groups.values()) {
      for (const { index, finding } of differing(check, group, segments)) findings[index]?.push(finding);
    }
  }
  return findings;
}

function* differing(
  check: DocumentCheck,
  group: readonly { readonly index: number; readonly variant: string }[],
  segments: readonly CheckedSegment[],
): Generator<{ readonly index: number; readonly finding: Reported }> {
  const first = group[0];
  const second = group.find(({ variant }) => variant !== first?.variant);
  if (first === undefined || second === undefined) return;
  for (const { index, variant } of group) {
    const [segment, other] = [segments[index], segments[(variant === first.variant ? second : first).index]];
    if (segment === undefined || other === undefined) continue;
    const values = { other: other.target, source: other.source, count: group.length };
    yield {
      index,
      finding: reported(check, { target: { start: 0, end: segment.target.length }, values }, segment),
    };
  }
}

function isWanted(
  check: Pick<Check, 'id' | 'languages'>,
  { targetLanguage }: CheckedSegment,
  { off }: RunOptions,
): boolean {
  if (off?.has(check.id) === true) return false;
  return check.languages === 'all' || check.languages.includes(primaryOf(targetLanguage));
}

/** As many UTF-16 units of the words in question as a key takes up. */
const KEY_LENGTH = 120;

function reported(
  check: Pick<Check, 'id' | 'severity'>,
  finding: Finding,
  segment: CheckedSegment,
): Reported {
  return {
    ...finding,
    check: check.id,
    severity: check.severity,
    key: findingKey(check.id, finding, segment),
  };
}

/**
 * The check, which of its messages, and the words that it is about: an ignored finding stays ignored when something
 * else in the target is changed, and comes back when these words are.
 */
function findingKey(check: string, finding: Finding, { source, target }: CheckedSegment): string {
  const words = (text: string, span: Finding['source'] | null): string =>
    span ? text.slice(span.start, span.end).slice(0, KEY_LENGTH) : '';
  const parts = [check, finding.message ?? '', words(target, finding.target), words(source, finding.source)];
  return parts.join('\u001f');
}
