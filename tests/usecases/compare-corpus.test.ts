/** Every file of the corpus against itself: nothing is told of it; and validating it never throws. */
import { expect, test } from 'vitest';
import { segmentText } from '../../server/core/text/segmentation/segmenter.ts';
import { compareFiles } from '../../server/usecases/compare-files.ts';
import { validateFile } from '../../server/usecases/validate-file.ts';
import { corpusFile, corpusFiles, hasCorpus } from '../support/corpus.ts';
import { tag } from '../support/workbench.ts';

const NAMES = /\.(?:xlf|xliff|sdlxliff|mxliff)$/u;

test('a file against itself is kept, and can be validated', () => {
  if (!hasCorpus()) return;
  let compared = 0;
  const findings: string[] = [];
  for (const file of corpusFiles('xliff', '').filter((name) => NAMES.test(name))) {
    const bytes = corpusFile(file);
    const input = { bytes, fileName: file, sourceLanguage: tag('en') };
    expect(validateFile({ bytes, fileName: file, strict: true }).problems, file).toBeDefined();
    const result = compareFiles({ segmenter: segmentText }, input, input);
    if (result.kind === 'refused') continue;
    compared += 1;
    const { rows, reasons, structure } = result.receipt;
    const told = rows.filter(
      ({ change, differences, repairs }) =>
        (change !== 'kept' && change !== 'locked') || differences.length + repairs.length > 0,
    );
    if (told.length + reasons.length + (structure?.differences.length ?? 0) > 0) {
      findings.push(`${file} ${JSON.stringify({ told, reasons, structure: structure?.differences })}`);
    }
  }
  expect(findings.map((finding) => finding.slice(0, 1000))).toEqual([]);
  expect(compared).toBeGreaterThan(340);
}, 300_000);
