/**
 * What can be wrong with what somebody gave us, as data.
 *
 * A problem is collected and shown, never thrown. Its code is part of the product's interface: it keeps its
 * meaning for ever, its message stands in locales/<language>/problems.json under the same name, and its
 * place says where to look. A bug in Recto itself is not a problem but an exception.
 */

/** How bad it is: an error means that the thing asked for was not done. */
export type ProblemSeverity = 'error' | 'warning' | 'note';

/** Every code with the severity it always has. Add a line here and a message in each language. */
export const PROBLEMS = {
  // any file
  'file-too-large': 'error',
  'file-empty': 'error',
  'file-not-found': 'error',
  'problems-further': 'note',
  'format-unknown': 'error',
  'format-cannot': 'error',
  'encoding-unknown': 'error',
  'encoding-invalid': 'error',
  'encoding-ambiguous': 'error',
  'encoding-mismatch': 'warning',
  'encoding-unwritable': 'error',
  'text-nul': 'error',
  'text-surrogate': 'error',
  'text-too-long': 'error',
  'language-invalid': 'error',
  'language-unreadable': 'warning',
  'language-missing': 'error',
  'edition-one-language': 'error',
  'edition-format-unknown': 'error',
  'import-not-bilingual': 'error',
  'import-other-language': 'error',
  'import-lines-differ': 'error',
  'import-no-pairs': 'error',
  'import-pairs-unplaced': 'note',
  'export-other-language': 'error',
  'memory-not-found': 'error',
  'nothing-translatable': 'warning',
  'nesting-too-deep': 'error',
  // what is typed
  'number-wanted': 'error',
  'number-whole-wanted': 'error',
  // reading documents
  'markdown-page-break-joined': 'note',
  'markdown-changed-by-target': 'warning',
  'text-changed-by-target': 'warning',
  'glossary-line': 'warning',
  'limits-line': 'warning',
  'limits-repeated': 'warning',
  'limits-unknown': 'warning',
  // alignment
  'alignment-too-large': 'error',
  'alignment-unplaced': 'warning',
  // termbases
  'terms-unknown': 'error',
  'terms-not-tbx': 'error',
  'terms-columns': 'error',
  'terms-none': 'error',
  'terms-no-termbase': 'error',
  'terms-column-unknown': 'warning',
  'terms-category-left': 'warning',
  'terms-entry-empty': 'warning',
  'terms-row-empty': 'warning',
  'terms-id-duplicate': 'warning',
  'terms-id-long': 'warning',
  'terms-language-unknown': 'warning',
  'terms-image-left': 'warning',
  'terms-unwritten': 'warning',
  // segmentation rules
  'srx-unknown': 'error',
  'srx-too-large': 'error',
  'srx-rules-none': 'error',
  'srx-attribute-missing': 'warning',
  'srx-rule-missing': 'warning',
  'srx-pattern-unusable': 'warning',
  // termbases
  'memory-unnamed': 'error',
  'memory-name-taken': 'error',
  'unit-text-empty': 'error',
  'unit-changed-since': 'error',
  'find-languages-same': 'error',
  'find-text-empty': 'error',
  'find-text-too-long': 'error',
  'code-number-unknown': 'error',
  'termbase-unnamed': 'error',
  'termbase-name-taken': 'error',
  'concept-without-term': 'error',
  'concept-changed': 'error',
  'image-link-invalid': 'error',
  // catalogues of messages
  'catalog-unreadable': 'error',
  'catalog-name-duplicate': 'error',
  'catalog-key-duplicate': 'error',
  'catalog-unwritable': 'error',
  'catalog-language-missing': 'error',
  'catalog-unknown': 'warning',
  'catalog-key-unknown': 'warning',
  'catalog-source-changed': 'warning',
  'catalog-placeholders': 'warning',
  // archives and packages
  'archive-damaged': 'error',
  'archive-encrypted': 'error',
  'archive-method-unknown': 'error',
  'archive-checksum': 'error',
  'archive-link': 'error',
  'archive-name-unsafe': 'error',
  'archive-name-duplicate': 'error',
  'archive-overlap': 'error',
  'archive-bomb': 'error',
  'archive-too-many': 'error',
  'archive-too-large': 'error',
  'package-nested': 'error',
  'package-no-xliff': 'error',
  'package-languages': 'error',
  'package-files-left': 'note',
  // memories
  'tmx-not-tmx': 'error',
  'tmx-truncated': 'error',
  'tmx-header-unreadable': 'warning',
  'tmx-tu-unclosed': 'error',
  'tmx-tu-too-long': 'error',
  'memory-bytes-invalid': 'error',
  'tmx-character-replaced': 'warning',
  'tu-one-language': 'warning',
  'tuv-language-unreadable': 'warning',
  'memory-format-unknown': 'error',
  'memory-languages-missing': 'error',
  'memory-units-none': 'warning',
  'po-entry-unreadable': 'error',
  'po-entry-fuzzy': 'warning',
  'table-row-incomplete': 'warning',
  'table-quote-open': 'error',
  // XML and XLIFF
  'xml-malformed': 'error',
  'xml-dtd': 'error',
  'xml-dtd-ignored': 'warning',
  'xml-entity-unknown': 'error',
  'xml-prefix-unbound': 'warning',
  'xml-character-illegal': 'error',
  'xliff-version-unknown': 'error',
  'xliff-not-xliff': 'error',
  'xliff-id-missing': 'warning',
  'xliff-id-duplicate': 'warning',
  'xliff-target-segmentation': 'warning',
  'xliff-no-skeleton': 'error',
  'xliff-skeleton-broken': 'error',
  'xliff-skeleton-unreadable': 'warning',
  'xliff-skeleton-mismatch': 'error',
  // rules of a vocabulary (validation)
  'rule-element-undefined': 'error',
  'rule-element-unknown': 'error',
  'rule-element-order': 'error',
  'rule-element-repeated': 'error',
  'rule-element-missing': 'error',
  'rule-text-unknown': 'error',
  'rule-attribute-missing': 'error',
  'rule-attribute-unknown': 'error',
  'rule-attribute-value': 'error',
  'rule-id-duplicate': 'error',
  'rule-reference-unresolved': 'error',
  'rule-prefix-unbound': 'error',
  'rule-more': 'error',
  'rule-version-older': 'warning',
  'rule-attribute-needs': 'error',
  'rule-attribute-excludes': 'error',
  'rule-href-and-content': 'error',
  'rule-href-or-content': 'error',
  'rule-id-of-another': 'error',
  'rule-pair-missing': 'error',
  'rule-pair-order': 'error',
  'rule-pair-repeated': 'error',
  'rule-pair-isolated': 'error',
  'rule-pair-unlike': 'error',
  'rule-copy-forbidden': 'error',
  'rule-copy-with-data': 'error',
  'rule-code-deleted': 'error',
  'rule-sequence-start': 'error',
  'rule-sequence-changed': 'error',
  'rule-order-repeated': 'error',
  'rule-state-without-target': 'error',
  'rule-target-language-missing': 'error',
  'rule-language-mismatch': 'error',
  'rule-space-mismatch': 'error',
  'rule-character-legal': 'error',
  'rule-fragment-malformed': 'error',
  'rule-fragment-prefix': 'error',
  'rule-fragment-outside': 'error',
  'rule-fragment-kind': 'error',
  'rule-property-unknown': 'error',
  'rule-property-repeated': 'error',
  'rule-reference-dangling': 'warning',
  'rule-language-other': 'warning',
  'rule-too-many': 'error',
  // XLIFF 1.x: what its schemas and its prose ask beyond these
  'xliff-namespace-missing': 'error',
  'xliff-version-mismatch': 'warning',
  'xliff-attribute-own': 'warning',
  'xliff-id-repeated': 'warning',
  'xliff-reference-unknown': 'warning',
  'xliff-pair-incomplete': 'warning',
  'xliff-segment-mid-missing': 'warning',
  'xliff-seg-source-differs': 'warning',
  'xliff-state-untranslated': 'warning',
  'xliff-state-rejected': 'warning',
  'xliff-approved-untranslated': 'warning',
  'xliff-approved-state': 'warning',
  'xliff-language-differs': 'warning',
  'xliff-target-language-missing': 'warning',
  'xliff-size-malformed': 'warning',
  'xliff-size-contradictory': 'warning',
  'xliff-font-malformed': 'warning',
  'xliff-form-unknown': 'warning',
  'xliff-base64-malformed': 'warning',
  // writing
  'update-unit-unknown': 'error',
  'update-segment-unknown': 'error',
  'update-target-missing': 'error',
  'update-state-invalid': 'error',
  'update-locked': 'error',
  'code-missing': 'warning',
  'code-unknown': 'error',
  'code-duplicate': 'error',
  'code-unbalanced': 'error',
  'code-not-deletable': 'error',
  'code-order': 'error',
  'code-overlap': 'error',
  'text-protected': 'warning',
  'text-over-limit': 'warning',
  'text-under-limit': 'warning',
  'rule-not-met': 'warning',
  'resegment-not-allowed': 'error',
  'resegment-impossible': 'error',
  'targets-malformed': 'error',
  // machine translation
  'machine-off': 'error',
  'machine-url-invalid': 'error',
  'machine-host-forbidden': 'error',
  'machine-host-off-limits': 'error',
  'machine-model-missing': 'error',
  'machine-unreachable': 'error',
  'machine-timeout': 'error',
  'machine-refused': 'error',
  'machine-answer': 'error',
  'machine-language': 'error',
  'machine-codes-lost': 'warning',
  'machine-codes-broken': 'error',
  'machine-answer-long': 'error',
  'machine-limit': 'error',
} as const satisfies Record<string, ProblemSeverity>;

export type ProblemCode = keyof typeof PROBLEMS;

/** Where to look: 1-based line and column of the file, or a path such as `unit p12 > segment 2`. */
export interface Place {
  readonly line?: number;
  readonly column?: number;
  readonly path?: string;
}

export interface Problem {
  readonly code: ProblemCode;
  readonly severity: ProblemSeverity;
  readonly place: Place | null;
  /** Values for the message's placeholders. */
  readonly values: Readonly<Record<string, string | number>>;
  /** Where a specification says so: `XLIFF 2.1 §4.3.1.12`. */
  readonly rule?: string;
}

/** Makes a problem; the severity comes from its code. */
export function problem(
  code: ProblemCode,
  place: Place | null = null,
  values: Readonly<Record<string, string | number>> = {},
): Problem {
  return { code, severity: PROBLEMS[code], place, values };
}

/** Whether any of them means that the thing asked for was not done. */
export function hasErrors(problems: readonly Problem[]): boolean {
  return problems.some((each) => each.severity === 'error');
}

/** Line and column (1-based, in UTF-16 code units) of an offset in a text. */
export function placeAt(text: string, offset: number): Place {
  const before = text.slice(0, offset);
  const lines = before.split(/\r\n|\r|\n/);
  return { line: lines.length, column: (lines.at(-1) ?? '').length + 1 };
}
