/** Every registered check, held to the contract; and the runner that calls them. */
import { describe, expect, it } from 'vitest';
import type { CheckedSegment } from '../../../server/core/qa/check.ts';
import { segmentOfExample } from '../../../server/core/qa/example.ts';
import { CHECKS, DOCUMENT_CHECKS } from '../../../server/core/qa/registry.ts';
import { checkSegment, compareSegments } from '../../../server/core/qa/run-checks.ts';
import { loadTranslators } from '../../../server/i18n/translator.ts';
import { UI_LANGUAGES } from '../../../server/i18n/languages.ts';
import { holdsCheckContract } from '../../contracts/check.ts';
import { root } from '../../support/workbench.ts';

const translators = loadTranslators(`${root}/locales`);

describe('the registry', () => {
  it('has each id once', () => {
    const ids = [...CHECKS, ...DOCUMENT_CHECKS].map(({ id }) => id);
    expect(ids.filter((id, index) => ids.indexOf(id) !== index || !/^[a-z][a-z0-9-]*$/u.test(id))).toEqual(
      [],
    );
  });
});

describe.each(CHECKS)('$id', (check) => {
  holdsCheckContract(check);

  it.each(UI_LANGUAGES)('says what it found (%s)', (language) => {
    const translator = translators(language);
    for (const { message = 'message', values } of check.find(segmentOfExample(check.example, 'target'))) {
      expect(translator.check(check.id, message, values)).not.toMatch(/^(?:checks:)?[a-z-]+\.[a-z]+$/u);
    }
  });
});

describe.each(DOCUMENT_CHECKS)('$id', (check) => {
  const segments = (which: 'target' | 'mended'): readonly CheckedSegment[] =>
    check.example.map((example) =>
      segmentOfExample({ ...example, targetLanguage: check.exampleLanguage }, which),
    );

  it('finds its example and not the mended one', () => {
    const idsOf = (which: 'target' | 'mended'): readonly string[] =>
      compareSegments(segments(which)).flatMap((found) => found.map((each) => each.check));
    expect(idsOf('target')).toContain(check.id);
    expect(idsOf('mended')).not.toContain(check.id);
  });
});

describe('checkSegment', () => {
  const segment = segmentOfExample(
    { source: 'Save it', target: 'ذخیره  شود  ', mended: '', targetLanguage: 'fa' },
    'target',
  );

  it('leaves out what is switched off', () => {
    expect(checkSegment(segment).map((each) => each.check)).toContain('double-space');
    expect(checkSegment(segment, { off: new Set(['double-space']) }).map((each) => each.check)).not.toContain(
      'double-space',
    );
  });

  it('leaves out what is ignored for as long as the words stay', () => {
    const key = checkSegment(segment).find((each) => each.check === 'double-space')!.key;
    const target = segment.target.replace('ذخیره  ', 'ثبت   ');
    const others = { ...segment, target, targetContent: [target] };
    const found = (each: CheckedSegment): number =>
      checkSegment(each, { ignored: new Set([key]) }).filter(({ check }) => check === 'double-space').length;
    expect(found(segment)).toBe(0);
    expect(found(others)).toBe(1);
  });
});
