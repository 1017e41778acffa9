/** The proof of `recto roundtrip` and the targets of `recto apply`, on files whose tools lock, comment or say no language. */
import { expect, it } from 'vitest';
import { segmentText } from '../../server/core/text/segmentation/segmenter.ts';
import { applyTargets } from '../../server/usecases/apply-targets.ts';
import { roundtripFile } from '../../server/usecases/roundtrip-file.ts';
import { tag } from '../support/workbench.ts';

const XLIFF = 'urn:oasis:names:tc:xliff:document:';
const v12 = (unit: string): string =>
  `<xliff xmlns="${XLIFF}1.2" xmlns:sdl="http://sdl.com/FileTypes/SdlXliff/1.0" version="1.2"><file original="a" source-language="en" target-language="fa" datatype="x"><body>${unit}</body></file></xliff>`;
const v20 = (unit: string): string =>
  `<xliff xmlns="${XLIFF}2.0" version="2.0" srcLang="en"><file id="f"><unit id="u">${unit}</unit></file></xliff>`;
const input = (text: string) => ({ bytes: Buffer.from(text), fileName: 'a.xlf', sourceLanguage: tag('en') });
const deps = { segmenter: segmentText };

const TWO = '<mrk mtype="seg" mid="1">One.</mrk> <mrk mtype="seg" mid="2">Two.</mrk>';

it.each([
  [
    'one of two segments locked',
    v12(
      `<trans-unit id="1"><source>One. Two.</source><seg-source>${TWO}</seg-source><sdl:seg-defs><sdl:seg id="1"/><sdl:seg id="2" locked="true"/></sdl:seg-defs></trans-unit>`,
    ),
    1,
  ],
  [
    'a comment on an annotation, which a target repeats',
    v12('<trans-unit id="1"><source>A <mrk mtype="x-c" comment="why?">word</mrk> here</source></trans-unit>'),
    1,
  ],
  [
    'the same in XLIFF 2',
    v20('<segment><source>A <mrk id="m" type="comment" value="why?">b</mrk> c</source></segment>'),
    1,
  ],
])('holds with %s', (_, text, changeable) => {
  expect(roundtripFile(deps, input(text))).toMatchObject({
    identical: true,
    ...{ changeable, readBack: changeable, restUntouched: true, problems: [] },
  });
});

it('says that targets are written of no known language, and writes the one that is named', () => {
  const file = input(v20('<segment><source>a</source></segment>'));
  const targets = '{"u":[{"target":"ب"}]}';
  const unsaid = applyTargets(deps, { ...file, targets });
  expect(unsaid.problems.map(({ code }) => code)).toEqual(['xliff-target-language-missing']);
  expect(applyTargets(deps, { ...file, targets: '{}' }).problems).toEqual([]);
  const said = applyTargets(deps, { ...file, targets, targetLanguages: [tag('fa')] });
  expect(said.problems).toEqual([]);
  expect(Buffer.from(said.bytes ?? []).toString()).toContain('trgLang="fa"');
});
