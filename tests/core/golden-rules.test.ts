import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import type { LanguageTag } from '../../server/core/text/language.ts';
import { parseLanguageTag } from '../../server/core/text/language.ts';
import { segmentText } from '../../server/core/text/segmentation/segmenter.ts';
import { corpusFile, corpusJson, hasCorpus } from '../support/corpus.ts';

/** What we do not pass, and why. A rule that starts to pass has to leave this table. */
const NOT_PASSED: Readonly<Record<string, string>> = {
  'ar-G001': 'wants a boundary at a colon, which would cut a speaker from what is said',
  'ar-G004': 'wants a boundary at a colon',
  'ar-G005': 'wants a boundary at every comma of one sentence',
  'ja-G005': 'wants the line break removed, which no lossless segmenter does: 父の 家 stays',
};

/** Rules that contradict each other unless the caller says what a line break is: these want lines parted. */
const LINES_END = new Set(['en-G042', 'da-G042']);

/** Of the further rules, how many we pass; the others want text removed or rewritten, or guess at names. */
const FURTHER_PASSED = 352;

const ruleSchema = z.object({
  lang: z.string(),
  id: z.string(),
  text: z.string(),
  expected: z.array(z.string()),
  opts: z.looseObject({ doc_type: z.string().optional() }).optional(),
});
type Rule = z.infer<typeof ruleSchema>;

const rulesOf = (name: string): readonly Rule[] =>
  z.array(ruleSchema).parse(corpusJson(`segmentation/${name}.json`));

const tagOf = (rule: Rule): LanguageTag => parseLanguageTag(rule.lang)!;
const collapse = (text: string): string => text.trim().replace(/\s+/gu, ' ');

function segmentsOf(rule: Rule, lineBreaks: 'space' | 'boundary'): readonly string[] {
  const spans = segmentText(rule.text, { language: tagOf(rule), lineBreaks });
  return spans.map(({ start, end }) => collapse(rule.text.slice(start, end)));
}

function passes(rule: Rule, lineBreaks: 'space' | 'boundary'): boolean {
  return JSON.stringify(segmentsOf(rule, lineBreaks)) === JSON.stringify(rule.expected.map(collapse));
}

function scoreOf(rules: readonly Rule[], passed: readonly Rule[]): string {
  const languages = [...new Set(rules.map((rule) => rule.lang))];
  const parts = languages.map((language) => {
    const [got, all] = [passed, rules].map((list) => list.filter((rule) => rule.lang === language).length);
    return `${language} ${got}/${all}`;
  });
  return `${passed.length}/${rules.length}: ${parts.join(', ')}`;
}

describe.runIf(hasCorpus())('segmentation rules of the corpus', () => {
  test('passes every golden rule but those named', () => {
    const rules = rulesOf('golden-rules');
    const passed = rules.filter((rule) => passes(rule, LINES_END.has(rule.id) ? 'boundary' : 'space'));
    console.log(`golden rules ${scoreOf(rules, passed)}`);
    const missed = rules.filter((rule) => !passed.includes(rule)).map((rule) => rule.id);
    expect(missed.sort()).toEqual(Object.keys(NOT_PASSED).sort());
    expect(passed.filter((rule) => rule.lang === 'en')).toHaveLength(52);
    expect(passed.length).toBeGreaterThanOrEqual(146);
  });

  test('passes as many of the further rules as it did', () => {
    const rules = rulesOf('golden-rules-further');
    const passed = rules.filter((rule) => passes(rule, rule.opts?.doc_type === 'pdf' ? 'space' : 'boundary'));
    console.log(`further rules ${scoreOf(rules, passed)}`);
    expect(passed.length).toBeGreaterThanOrEqual(FURTHER_PASSED);
  });

  test('passes every probe of interview prose', () => {
    for (const rule of rulesOf('prose-probes'))
      expect({ id: rule.id, segments: segmentsOf(rule, 'space') }).toEqual({
        id: rule.id,
        segments: rule.expected.map(collapse),
      });
  });

  test('cuts no segment again that is looked at alone', () => {
    const again: string[] = [];
    for (const [language, text] of proseOfCorpus())
      for (const { start, end } of segmentText(text, { language })) {
        const segment = text.slice(start, end);
        if (segmentText(segment, { language }).length !== 1) again.push(segment);
      }
    expect(again).toEqual([]);
  });
});

/** Paragraphs of books, of the Universal Declaration, and the probes. */
function proseOfCorpus(): readonly (readonly [LanguageTag, string])[] {
  const books = ['goldman-anarchism', 'kropotkin-conquest-of-bread', 'alice'].flatMap((name) =>
    corpusFile(`markdown/${name}.md`)
      .toString('utf8')
      .split(/\n{2,}/u)
      .map((text) => [parseLanguageTag('en')!, text] as const),
  );
  const parallel = (['fa', 'my'] as const).flatMap((language) =>
    z
      .array(z.looseObject({ fa: z.string().optional(), my: z.string().optional() }))
      .parse(corpusJson(`parallel/udhr-en-${language}.json`))
      .map((pair) => [parseLanguageTag(language)!, pair[language] ?? ''] as const),
  );
  return [...books, ...parallel, ...rulesOf('prose-probes').map((rule) => [tagOf(rule), rule.text] as const)];
}
