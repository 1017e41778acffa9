/**
 * Findings as SARIF 2.1.0 (OASIS), the form in which code reviews show what tools have found. A segment is a logical
 * location; its target a physical one where the file's format says where it stands. Fixes are left out: SARIF wants
 * them as regions of the file, and a target's characters are written there in more than one way.
 */
import { CHECKS, DOCUMENT_CHECKS } from '../core/qa/registry.ts';
import type { Translator } from '../i18n/translator.ts';
import type { FileCheck, FileFinding } from '../usecases/check-file.ts';

export interface CheckedFile extends FileCheck {
  readonly file: string;
}

/** One run over all the files. `version` is the program's. */
export function sarifLog(files: readonly CheckedFile[], translator: Translator, version: string): object {
  const rules = [...CHECKS, ...DOCUMENT_CHECKS].map(({ id, severity, issueType }) => ({
    id,
    shortDescription: { text: translator.check(id, 'title') },
    fullDescription: { text: translator.check(id, 'why') },
    defaultConfiguration: { level: severity },
    properties: { tags: ['translation', issueType] },
  }));
  const results = files.flatMap(({ file, findings }) =>
    findings.map((finding) => resultOf(finding, file, translator)),
  );
  return {
    $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
    version: '2.1.0',
    runs: [{ tool: { driver: { name: 'Recto', version, rules } }, columnKind: 'utf16CodeUnits', results }],
  };
}

function resultOf(finding: FileFinding, file: string, translator: Translator): object {
  const { place } = finding;
  const region =
    place?.line === undefined ? {} : { region: { startLine: place.line, startColumn: place.column ?? 1 } };
  const name = `unit ${finding.unit} > segment ${finding.segment}`;
  return {
    ruleId: finding.check,
    level: finding.severity,
    message: { text: translator.check(finding.check, finding.message ?? 'message', finding.values) },
    locations: [
      {
        physicalLocation: { artifactLocation: { uri: uriOf(file) }, ...region },
        logicalLocations: [{ name: finding.segment, fullyQualifiedName: name, kind: 'member' }],
      },
    ],
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
