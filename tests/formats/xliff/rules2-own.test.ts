/** What we write ourselves obeys the rules: new files of any document, and files of others with a target changed. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Problem } from '../../../server/core/problem.ts';
import { segmentsOf } from '../../../server/core/document/unit.ts';
import { xliff2 } from '../../../server/formats/xliff2/index.ts';
import { corpusFile, corpusFiles, hasCorpus } from '../../support/corpus.ts';
import { documents, language, readOptions, skeletonOf } from './documents.ts';

function errorsOf(bytes: Uint8Array): readonly Problem[] {
  return (xliff2.validate?.(bytes) ?? []).filter((each) => each.severity === 'error');
}

/** Generated targets are made without regard to the codes of their source, and hold markers by half. */
function isOfTheText({ code, values }: Problem): boolean {
  const marker = /^(?:mrk|sm|em)$/.test(String(values['element']));
  return code === 'rule-code-deleted' || (marker && code === 'rule-pair-missing');
}

test.each(['2.0', '2.1', '2.2'])('what is made of any document is valid %s', (version) => {
  fc.assert(
    fc.property(documents, (document) => {
      const { bytes } = xliff2.make(document, {
        version,
        sourceLanguage: language('en'),
        targetLanguage: language('my'),
        fileName: 'a & "b".md',
        skeleton: skeletonOf(document),
        date: '2026-01-02T03:04:05Z',
      });
      expect(errorsOf(bytes!).filter((each) => !isOfTheText(each))).toEqual([]);
    }),
    { numRuns: 200 },
  );
});

test('a valid file with a target changed is valid', () => {
  if (!hasCorpus()) return;
  let edited = 0;
  for (const file of corpusFiles('xliff/oasis-2.1-valid', '.xlf')) {
    const bytes = corpusFile(file);
    const { document } = xliff2.read(bytes, readOptions);
    for (const unit of document?.units.filter((each) => each.translate) ?? []) {
      // A target that holds what its source holds breaks no promise that the source makes.
      const segments = segmentsOf(unit).map(({ source }) => ({
        target: source,
        state: 'translated' as const,
      }));
      const targetLanguage = document?.targetLanguage ?? language('fa');
      const { bytes: after, problems } = xliff2.write(bytes, [{ unit: unit.id, segments }], {
        targetLanguage,
      });
      if (after === null || problems.length > 0) continue;
      edited += 1;
      // An annotation of the old target that something else refers to goes with that target.
      const errors = errorsOf(after).filter(({ values }) => !String(values['value']).startsWith('#t='));
      expect(errors, `${file} ${unit.id}`).toEqual([]);
    }
  }
  expect(edited).toBeGreaterThan(60);
});
