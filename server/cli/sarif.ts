/**
 * Findings as SARIF 2.1.0 (OASIS), the form in which code reviews show what tools have found. A segment is a logical
 * location; its target a physical one where the file's format says where it stands. A fix goes along where the file
 * has the target as it reads (sarif-fixes.ts).
 */
import { CHECKS, DOCUMENT_CHECKS } from '../core/qa/registry.ts';
import type { Translator } from '../i18n/translator.ts';
import type { FileCheck, FileFinding } from '../usecases/check-file.ts';
import type { FixedFile } from './sarif-fixes.ts';

export interface CheckedFile extends FileCheck {
  readonly file: string;
}

/** One run over all the files. `version` is the program's; `texts`: by name, the files in which fixes are placed. */
export function sarifLog(
  files: readonly CheckedFile[],
  texts: ReadonlyMap<string, FixedFile>,
  translator: Translator,
  version: string,
): object {
  const rules = [...CHECKS, ...DOCUMENT_CHECKS].map(({ id, severity, issueType }) => ({
    id,
    shortDescription: { text: translator.check(id, 'title') },
    fullDescription: { text: translator.check(id, 'why') },
    defaultConfiguration: { level: severity },
    properties: { tags: ['translation', issueType] },
  }));
  const results = files.flatMap(({ file, findings }) =>
    findings.map((finding) => resultOf(finding, file, texts.get(file) ?? null, translator)),
  );
  return {
    $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'Recto', version, rules } },
        columnKind: 'utf16CodeUnits',
        newlineSequences: ['\r\n', '\r', '\n'],
        results,
      },
    ],
  };
}

function resultOf(
  finding: FileFinding,
  file: string,
  text: FixedFile | null,
  translator: Translator,
): object {
  const { place } = finding;
  const region =
    place?.line === undefined ? {} : { region: { startLine: place.line, startColumn: place.column ?? 1 } };
  const replacements = text?.replacementsOf(finding) ?? null;
  const artifactLocation = { uri: uriOf(file) };
  const name = `unit ${finding.unit} > segment ${finding.segment}`;
  return {
    ruleId: finding.check,
    level: finding.severity,
    message: { text: translator.check(finding.check, finding.message ?? 'message', finding.values) },
    locations: [
      {
        physicalLocation: { artifactLocation, ...region },
        logicalLocations: [{ name: finding.segment, fullyQualifiedName: name, kind: 'member' }],
      },
    ],
    ...(replacements !== null && { fixes: [{ artifactChanges: [{ artifactLocation, replacements }] }] }),
    partialFingerprints: {
      'rectoFinding/v1': fingerprint(`${finding.unit} ${finding.segment} ${finding.key}`),
    },
    properties: { target: finding.target, source: finding.source ?? null },
  };
}

/** A path as a relative reference, each of its parts encoded. */
function uriOf(file: string): string {
  return file.split(/[\\/]/u).map(encodeURIComponent).join('/');
}

/** FNV-1a, 64 bits: stays the same from run to run for as long as the finding does. */
function fingerprint(text: string): string {
  let hash = 0xcbf29ce484222325n;
  for (const byte of new TextEncoder().encode(text)) {
    hash = BigInt.asUintN(64, (hash ^ BigInt(byte)) * 0x100000001b3n);
  }
  return hash.toString(16).padStart(16, '0');
}
