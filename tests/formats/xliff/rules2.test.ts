/**
 * The rules of XLIFF 2.x on files that others wrote: the standard's own suite, as 2.0/2.1 and turned into 2.2, and
 * files of many tools, with the schemas as a second judge. Each file that breaks a rule is told the rule it breaks.
 */
import { describe, expect, test } from 'vitest';
import type { Problem } from '../../../server/core/problem.ts';
import { xliff2 } from '../../../server/formats/xliff2/index.ts';
import { corpusFile, corpusFiles, hasCorpus } from '../../support/corpus.ts';
import { hasXmllint, schemaErrors } from '../../support/xmllint.ts';

function validate(bytes: Uint8Array): readonly Problem[] {
  return xliff2.validate?.(bytes) ?? [];
}

function errorsOf(problems: readonly Problem[]): readonly string[] {
  return [...new Set(problems.filter((each) => each.severity === 'error').map((each) => each.code))];
}

/** The same document in the namespace and version of 2.2. */
function as22(bytes: Uint8Array): Uint8Array {
  const text = Buffer.from(bytes).toString('utf8');
  return Buffer.from(
    text
      .replaceAll('urn:oasis:names:tc:xliff:document:2.0', 'urn:oasis:names:tc:xliff:document:2.2')
      .replace(/(<xliff[^>]*?\s)version=(["'])2\.[01]\2/, '$1version="2.2"'),
  );
}

/**
 * Of each file of the invalid suite the rule that it is there to break, then the others that it breaks as well
 * (`rule-` left out).
 */
const INVALID: Readonly<Record<string, string>> = {
  'core-bad_CommentWithValueAndRef': 'attribute-excludes',
  'core-bad_ConfusedIsolatedOnEc': 'attribute-excludes pair-missing',
  'core-bad_CopyOfWithBadReference': 'reference-unresolved',
  'core-bad_CopyOfWithNoCopyReference': 'copy-forbidden',
  'core-bad_CopyOfWithOriginalData': 'copy-with-data',
  'core-bad_DataIdNotUnique': 'id-duplicate',
  'core-bad_DataRefWithoutOriginalData': 'reference-unresolved',
  'core-bad_DifferentCanCopyInScAndEc': 'pair-unlike',
  'core-bad_DifferentCanDeleteInScAndEc': 'pair-unlike',
  'core-bad_DifferentCanOverlapInScAndEc': 'pair-unlike',
  'core-bad_DifferentCanReorderInScAndEc': 'pair-unlike sequence-start',
  'core-bad_DifferentXmlSpace': 'space-mismatch',
  'core-bad_DuplicateExtElemIdsInFile': 'id-duplicate',
  'core-bad_DuplicateExtElemIdsInGroup': 'id-duplicate',
  'core-bad_DuplicateExtElemIdsInUnit': 'id-duplicate',
  'core-bad_DuplicateNoteIdsInFile': 'id-duplicate',
  'core-bad_DuplicateNoteIdsInGroup': 'id-duplicate',
  'core-bad_DuplicateNoteIdsInUnit': 'id-duplicate',
  'core-bad_EcBeforeSc': 'pair-order',
  'core-bad_EmBeforeSm': 'pair-order',
  'core-bad_EmptySkeletonWithoutHref': 'href-or-content',
  'core-bad_FileIdNotUnique': 'id-duplicate',
  'core-bad_GroupIdNotUnique': 'id-duplicate',
  'core-bad_GroupWithoutId': 'attribute-missing',
  'core-bad_IgnorableIdNotUnique': 'id-duplicate',
  'core-bad_IgnorableWithoutSource': 'element-missing',
  'core-bad_InvalidCommentAnnotation1': 'attribute-missing',
  'core-bad_InvalidCommentAnnotation2': 'reference-unresolved',
  'core-bad_InvalidCommentAnnotation3': 'fragment-outside',
  'core-bad_InvalidCommentAnnotation4': 'fragment-outside',
  'core-bad_InvalidDataRef': 'reference-unresolved',
  'core-bad_InvalidDataRefEnd': 'reference-unresolved',
  'core-bad_InvalidDataRefStart': 'reference-unresolved',
  'core-bad_InvalidDirAttributeOnSource': 'attribute-unknown',
  'core-bad_InvalidExtensionAttributeOnPc': 'attribute-unknown id-duplicate',
  'core-bad_InvalidExtensionAttributeOnSegment': 'attribute-unknown',
  'core-bad_InvalidExtensionAttributeOnSource': 'attribute-unknown',
  'core-bad_InvalidExtensionAttributeOnTarget': 'attribute-unknown',
  'core-bad_InvalidExtensionElementInData': 'element-unknown',
  'core-bad_InvalidExtensionElementInFile': 'element-order',
  'core-bad_InvalidExtensionElementInOriginalData': 'element-unknown',
  'core-bad_InvalidExtensionElementInSegment': 'element-unknown',
  'core-bad_InvalidExtensionElementOutsideFile': 'element-unknown',
  'core-bad_InvalidFSAttribute': 'attribute-unknown',
  'core-bad_InvalidFSAttributeOnEc': 'attribute-needs',
  'core-bad_InvalidFSAttributeValue': 'attribute-value',
  'core-bad_InvalidFragIdBadOrder': 'fragment-malformed',
  'core-bad_InvalidFragIdDuplicatedPrefix': 'fragment-malformed',
  'core-bad_InvalidFragIdMissplacedLeaf': 'fragment-malformed',
  'core-bad_InvalidFragIdNoSingleLeaf': 'fragment-malformed',
  'core-bad_InvalidFragIdPrefixNotNmtoken': 'fragment-malformed',
  'core-bad_InvalidFragIdPrefixTooShort': 'fragment-prefix',
  'core-bad_InvalidFragIdSyntax': 'fragment-malformed',
  'core-bad_InvalidFragIdUnknownPrefix': 'fragment-prefix',
  'core-bad_InvalidHexRangeOnCp': 'character-legal',
  'core-bad_InvalidHexValueOnCp': 'attribute-value',
  'core-bad_InvalidId1': 'attribute-value',
  'core-bad_InvalidId2': 'attribute-value',
  'core-bad_InvalidId3': 'attribute-value',
  'core-bad_InvalidIsolatedOnEc': 'pair-isolated',
  'core-bad_InvalidIsolatedOnSc': 'pair-isolated',
  'core-bad_InvalidLoneEm': 'pair-missing',
  'core-bad_InvalidLoneSm': 'pair-missing',
  'core-bad_InvalidNoteRefInUnit': 'fragment-outside',
  'core-bad_InvalidNotesInFile': 'element-order',
  'core-bad_InvalidNotesInGroup': 'element-order',
  'core-bad_InvalidNotesInUnit': 'element-order',
  'core-bad_InvalidStateValue': 'attribute-value',
  'core-bad_InvalidTranslateInSegment': 'attribute-unknown',
  'core-bad_InvalidTypeSubTypeValues': 'attribute-needs',
  'core-bad_InvalidTypeValue': 'attribute-value',
  'core-bad_InvalidValidation': 'element-undefined',
  'core-bad_InvalidXmlLangInheritedFromFile': 'language-mismatch',
  'core-bad_InvalidXmlLangInheritedFromGroup': 'language-mismatch',
  'core-bad_InvalidXmlLangInheritedFromUnit': 'language-mismatch',
  'core-bad_IsolatedEcWithId': 'attribute-missing pair-missing',
  'core-bad_MissingIsolatedOnEc': 'attribute-missing',
  'core-bad_MissingIsolatedOnSc': 'pair-missing',
  'core-bad_MissingNonRemovable1': 'code-deleted',
  'core-bad_MissingNonRemovable2': 'code-deleted',
  'core-bad_MissingReorderFirstNo': 'sequence-start',
  'core-bad_NoFile': 'element-missing',
  'core-bad_NoTrgLang': 'target-language-missing',
  'core-bad_NoTrgLangWithIgnorable': 'target-language-missing',
  'core-bad_NoUnitOrGroupInFile': 'element-missing',
  'core-bad_NonEmptySkeletonWithHref': 'href-and-content',
  'core-bad_NonIsolatedEcWithoutStartRef': 'attribute-missing pair-missing id-duplicate',
  'core-bad_NotesWithoutNote': 'element-missing',
  'core-bad_OrderNotUnique1': 'order-repeated',
  'core-bad_OrderNotUnique2': 'order-repeated',
  'core-bad_OriginalDataWithoutData': 'element-missing',
  'core-bad_PartIdNotUnique': 'id-duplicate',
  'core-bad_RefAndValueInComment': 'attribute-excludes fragment-outside',
  'core-bad_SegmentIdNotUnique': 'id-duplicate',
  'core-bad_SegmentWithoutSource': 'element-missing',
  'core-bad_SrcLangNotWellFormed': 'attribute-value',
  'core-bad_SubFlowWithInvalidReference': 'reference-unresolved',
  'core-bad_SubFlowWithInvalidValue': 'attribute-value reference-unresolved',
  'core-bad_SubStateWithoutState': 'attribute-needs',
  'core-bad_SubTypeWithoutType': 'attribute-needs',
  'core-bad_TrgLangNotWellFormed': 'attribute-value',
  'core-bad_TwoSourceInUnit': 'element-repeated',
  'core-bad_UnitWithoutSegment': 'element-missing',
  'core-bad_UnknownDataRefEndValue': 'reference-unresolved id-duplicate',
  'core-bad_UnknownDataRefStartValue': 'reference-unresolved id-duplicate',
  'core-bad_UnknownDataRefValue': 'reference-unresolved id-duplicate',
  'core-bad_WrongLangOnTarget': 'language-mismatch',
  'core-bad_WrongReordering1': 'sequence-changed sequence-start',
  'core-bad_WrongReordering2': 'sequence-changed',
  'core-bad_WrongSourceLang': 'language-mismatch',
  'core-bad_WrongTargetLang': 'language-mismatch',
  'core-bad_XmlLangNotWellFormed': 'attribute-value',
  'core-bad_YesCanReorderInEcForFirstNoInSc': 'pair-unlike',
  'core-bad_canReorderContext1': 'attribute-needs',
  'core-bad_canReorderContext2': 'attribute-needs',
  'core-bad_canReorderContext3': 'attribute-needs',
  'modules-Bad-ctr-property-not-legit-category': 'property-repeated',
  'modules-Bad-ctr_appliesTo-not-using-ref-to-resolvableID': 'attribute-missing reference-unresolved',
  'modules-Bad-ctr_property-not-content-or-valid-attribute-ref': 'property-unknown',
  'modules-Bad-ctr_ref-not-pointed-to-resolvableID': 'reference-unresolved attribute-missing',
  'modules-Bad-fs_fs-not-valid-HTML': 'attribute-value attribute-needs',
  'modules-Bad-gls_glossEntry-and-translation-not-unique-in-glossary': 'id-duplicate',
  'modules-Bad-gls_glossEntry-w-o-translation-or-definition': 'element-missing',
  'modules-Bad-gls_invalid-extension': 'text-unknown',
  'modules-Bad-mda_meta-missing-type': 'attribute-missing',
  'modules-Bad-mda_meta-missplaced-appliesTo': 'attribute-unknown',
  'modules-Bad-mda_metaGroup-id-not-nmtoken': 'attribute-value',
  'modules-Bad-mda_metaGroup-id-not-unique': 'id-duplicate',
  'modules-Bad-mda_metaGroup-invalid-appliesTo': 'attribute-value',
  'modules-Bad-mda_metadata-id-not-nmtoken': 'attribute-value',
  'modules-Bad-mda_missing-metaGroup': 'element-missing element-unknown attribute-missing',
  'modules-Bad-mtc_id-not-nmtoken': 'attribute-value',
  'modules-Bad-mtc_match-ID-not-unique': 'id-duplicate fragment-outside',
  'modules-Bad-mtc_match-has-xml_lang': 'attribute-unknown fragment-outside',
  'modules-Bad-mtc_subType-w-o-type-match': 'attribute-needs fragment-outside',
  'modules-Bad-mtc_type-value-not-in-list': 'attribute-value fragment-outside',
  'modules-Bad-mtc_wrong-ref-syntax': 'fragment-outside',
  'modules-Bad-mtc_wrong-ref-value': 'reference-unresolved',
  'modules-Bad-res_resourceItem-not-unique': 'id-duplicate',
  'modules-Bad-res_source-has-content-and-href': 'href-and-content',
  'modules-Bad-res_source-xml_lang-not-same-as-xliff': 'language-mismatch',
  'modules-Bad-slr_equivStorage-ec-not-isolated':
    'attribute-needs pair-missing attribute-value attribute-excludes',
  'modules-Bad-slr_equivStorage-not-integer': 'attribute-value',
  'modules-Bad-slr_sizeInfo-ec-not-isolated': 'attribute-needs attribute-value',
  'modules-Bad-slr_sizeInfo-not-integer': 'attribute-value',
  'modules-Bad-slr_sizeInfo-with-sizeInfoRef': 'attribute-excludes',
  'modules-Bad-slr_sizeInfoRef-ec-not-isolated': 'attribute-needs',
  'modules-Bad-slr_sizeInfoRef-has-no-data-sib': 'reference-unresolved',
  'modules-Bad-slr_sizeInfoRef-with-sizeInfo': 'attribute-excludes',
  'modules-Bad-slr_sizeRestriction-patterns': 'attribute-value',
  'modules-Bad-slr_storageRestriction-patterns': 'attribute-value',
  'modules-Bad-val_ExactlyOneAttributeOnRule': 'attribute-missing attribute-excludes',
  'modules-Bad-val_existsInSourcePatternOnRule': 'attribute-needs attribute-missing',
  'modules-Bad-val_invalid-caseSensitive': 'attribute-value',
  'modules-Bad-val_invalid-normalization': 'attribute-value',
  'modules-Bad-val_invalid-occurs': 'attribute-value',
};

/** Files of other tools that are not valid, with what is wrong; each was looked at. */
const TOOLS: Readonly<Record<string, string>> = {
  'matecat-xliff2/notes-after-segment.xliff': 'attribute-unknown element-order',
  'matecat-xliff2/sample-20-segmented.xlf': 'attribute-value language-mismatch id-duplicate',
  'matecat-xliff2/sample-20-with-nested-group.xlf': 'attribute-missing attribute-value language-mismatch',
  'matecat-xliff2/valid_sample-20-translation-candidates.xlf': 'attribute-value element-order',
  'matecat-xliff2/with-segment-state.xliff': 'prefix-unbound attribute-value',
  'phrase-memsource/Home_page_with_character_limits_en-US-en_us-de-T.xliff':
    'element-unknown attribute-unknown attribute-missing id-duplicate',
  'phrase-memsource/complex22.xliff': 'id-duplicate id-of-another',
  'phrase-memsource/estimated.mxliff': 'element-unknown attribute-unknown attribute-missing id-duplicate',
  'phrase-memsource/sample-for-upload.xliff':
    'element-unknown attribute-unknown attribute-missing id-duplicate',
};

const FOLDERS = [
  'matecat-xliff2',
  'maxprograms-xliff2',
  'okapi-xliff2',
  'openxliff',
  'phrase-memsource',
  'symfony',
];

function isVersion2(bytes: Uint8Array): boolean {
  return /urn:oasis:names:tc:xliff:document:2\.\d/.test(
    Buffer.from(bytes.subarray(0, 4000)).toString('latin1'),
  );
}

describe('the suite of the standard', () => {
  test.each([
    ['2.0 and 2.1', (bytes: Uint8Array) => bytes],
    ['2.2', as22],
  ])('as %s: no valid file is refused, each invalid one for its reason', (_, turn) => {
    if (!hasCorpus()) return;
    for (const folder of ['oasis-2.1-valid', 'oasis-2.1-in-out']) {
      for (const file of corpusFiles(`xliff/${folder}`, '.xlf')) {
        const problems = validate(turn(corpusFile(file)));
        expect(errorsOf(problems), `${file} ${JSON.stringify(problems)}`).toEqual([]);
      }
    }
    const names = corpusFiles('xliff/_oasis-invalid-2.1', '.xlf');
    const found = names.map((file) => {
      const name = file.replace(/^.*\/|\.xlf$/g, '');
      return [name, [...errorsOf(validate(turn(corpusFile(file))))].sort()];
    });
    const expected = Object.entries(INVALID).map(([name, codes]) => [
      name,
      codes
        .split(' ')
        .map((code) => `rule-${code}`)
        .sort(),
    ]);
    expect(Object.fromEntries(found)).toEqual(Object.fromEntries(expected));
  });

  test('each problem has a place, a path and the section of its rule', () => {
    if (!hasCorpus()) return;
    for (const file of corpusFiles('xliff/_oasis-invalid-2.1', '.xlf')) {
      for (const { place, rule } of validate(corpusFile(file))) {
        expect(place?.line, file).toBeGreaterThan(1);
        expect(place?.path, file).toMatch(/^\/xliff/);
        expect(rule, file).toMatch(/^XLIFF 2\.[01] §\d/);
      }
    }
  });
});

test('files of tools are valid or are told what is wrong with them', () => {
  if (!hasCorpus()) return;
  const found: Record<string, string> = {};
  let count = 0;
  for (const folder of FOLDERS) {
    for (const file of corpusFiles(`xliff/${folder}`, 'f')) {
      const bytes = corpusFile(file);
      if (!isVersion2(bytes)) continue;
      count += 1;
      const codes = errorsOf(validate(bytes)).map((code) => code.replace('rule-', ''));
      if (codes.length > 0) found[file.replace('xliff/', '')] = codes.join(' ');
    }
  }
  expect(found).toEqual(TOOLS);
  expect(count).toBeGreaterThan(20);
});

test('what the schemas refuse is refused', () => {
  if (!hasXmllint()) return;
  const files = ['_oasis-invalid-2.1', 'oasis-2.1-valid', 'oasis-2.1-in-out', ...FOLDERS]
    .flatMap((folder) => [...corpusFiles(`xliff/${folder}`, 'f')])
    .map((file) => ({ file, bytes: corpusFile(file) }))
    .filter(({ bytes }) => isVersion2(bytes));
  const turned = files.map(({ file, bytes }) => ({ file: `${file} as 2.2`, bytes: as22(bytes) }));
  let refused = 0;
  for (const [version, group] of [
    ['2.1', files.filter(({ bytes }) => Buffer.from(bytes).includes('document:2.0'))],
    ['2.2', [...turned, ...files.filter(({ bytes }) => Buffer.from(bytes).includes('document:2.2'))]],
  ] as const) {
    schemaErrors(
      version,
      group.map(({ bytes }) => bytes),
    ).forEach((said, index) => {
      if (said === '') return;
      refused += 1;
      const { file = '', bytes = new Uint8Array() } = group[index] ?? {};
      expect(errorsOf(validate(bytes)), `${file}: ${said}`).not.toEqual([]);
    });
  }
  expect(refused).toBeGreaterThan(80);
});
