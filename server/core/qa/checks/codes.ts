/**
 * Inline codes that are missing from the target, do not belong there, or stand out of order. What a code may and may
 * not do is decided in one place (core/document/check-codes.ts), the same by which a target is saved.
 */
import { checkCodes } from '../../document/check-codes.ts';
import type { ProblemCode } from '../../problem.ts';
import { codesOf, type Content } from '../../text/content.ts';
import { compareStates } from '../../document/state.ts';
import type { Check, CheckedSegment, CheckExample, Finding, Span } from '../check.ts';

const MISSING: readonly ProblemCode[] = ['code-missing', 'code-not-deletable'];
const EXTRA: readonly ProblemCode[] = ['code-unknown', 'code-duplicate'];
const DISORDERED: readonly ProblemCode[] = ['code-order', 'code-unbalanced', 'code-overlap'];

const example: Omit<CheckExample, 'target'> = {
  source: 'Press <1>Save</1> first.',
  mended: 'نخست <1>ذخیره</1> را بزنید.',
  targetLanguage: 'fa',
};

export const missingCode: Check = {
  id: 'missing-code',
  languages: 'all',
  severity: 'error',
  issueType: 'markup',
  example: { ...example, target: 'نخست ذخیره را بزنید.' },
  find: (segment) =>
    problemsOf(segment, MISSING).map(({ values, id }) => {
      const source = spanOf(segment.sourceContent, id, 1);
      return { target: null, ...(source && { source }), values };
    }),
};

export const extraCode: Check = {
  id: 'extra-code',
  languages: 'all',
  severity: 'error',
  issueType: 'markup',
  example: { ...example, target: 'نخست <1>ذخیره</1> را <3/>بزنید.' },
  find: (segment) =>
    problemsOf(segment, EXTRA).map(({ values, id }) => ({
      target: spanOf(segment.targetContent, id, Infinity),
      values,
    })),
};

export const disorderedCode: Check = {
  id: 'disordered-code',
  languages: 'all',
  severity: 'error',
  issueType: 'markup',
  example: { ...example, target: 'نخست </1>ذخیره<1> را بزنید.' },
  find: (segment) =>
    problemsOf(segment, DISORDERED).map(({ values, id }) => ({
      target: spanOf(segment.targetContent, id, 1),
      values,
    })),
};

export const protectedText: Check = {
  id: 'protected-text',
  languages: 'all',
  severity: 'error',
  issueType: 'non-conformance',
  example: {
    source: 'Start <m1>recto</m1> first.',
    target: 'نخست <m1>رکتو</m1> را آغاز کنید.',
    mended: 'نخست <m1>recto</m1> را آغاز کنید.',
    targetLanguage: 'fa',
  },
  find: (segment) =>
    problemsOf(segment, ['text-protected']).map(({ values }): Finding => ({ target: null, values })),
};

interface CodeProblem {
  readonly id: string;
  readonly values: Readonly<Record<string, string | number>>;
}

function problemsOf(segment: CheckedSegment, wanted: readonly ProblemCode[]): readonly CodeProblem[] {
  const { sourceContent: source, targetContent: target, state } = segment;
  if (codesOf(source).length === 0 && codesOf(target).length === 0) return [];
  const draft = state !== undefined && compareStates(state, 'initial') === 0;
  return checkCodes(source, target, { draft })
    .filter(({ code }) => wanted.includes(code))
    .map(({ values }) => ({ id: String(values['id'] ?? ''), values }));
}

/** Where the nth code with the id stands, or the last one of them. */
function spanOf(content: Content, id: string, nth: number): Span | null {
  let at = 0;
  let seen = 0;
  let last: Span | null = null;
  for (const part of content) {
    if (typeof part === 'string') at += part.length;
    else {
      if (part.id === id && seen < nth) {
        last = { start: at, end: at + 1 };
        seen += 1;
      }
      at += 1;
    }
  }
  return last;
}
