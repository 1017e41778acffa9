/** `recto compare SENT.xlf BACK.xlf`: the receipt. */
import { countRows } from '../core/document/receipt.ts';
import { RECEIPT_CHANGES, type Receipt } from '../core/document/receipt/row.ts';
import { textOf } from '../core/text/content.ts';
import { describeDifference, describeRepair } from '../i18n/describe-difference.ts';
import type { Translator } from '../i18n/translator.ts';
import { compareFiles } from '../usecases/compare-files.ts';
import {
  DEFAULT_SOURCE_LANGUAGE,
  openInput,
  print,
  printJson,
  problemsForJson,
  report,
  targetLanguageOption,
  wantedLanguages,
  type RegisterCommand,
  type TargetLanguageChoice,
} from './context.ts';

export const compare: RegisterCommand = (program, context) => {
  program
    .command('compare')
    .description('show what came back against what was sent: kept, changed, lost, added, moved, mended')
    .argument('<sent>')
    .argument('<back>')
    .addOption(targetLanguageOption())
    .option('--json', 'one JSON value')
    .action(async (sent: string, back: string, options: TargetLanguageChoice & { json?: true }) => {
      const ours = await openInput(sent);
      const theirs = await openInput(back);
      const languages = { ...wantedLanguages(options), sourceLanguage: DEFAULT_SOURCE_LANGUAGE };
      const result =
        ours.input === null || theirs.input === null
          ? { kind: 'refused' as const, problems: [...ours.problems, ...theirs.problems] }
          : compareFiles(context.files, { ...ours.input, ...languages }, { ...theirs.input, ...languages });
      report(context, result.problems, theirs.input?.fileName);
      const receipt = result.kind === 'refused' ? NO_RECEIPT : result.receipt;
      if (options.json) printJson({ ...receipt, problems: problemsForJson(context, result.problems) });
      else if (result.kind === 'compared') printReceipt(context.translator, receipt);
      const { counts, reasons } = receipt;
      if (reasons.length + counts['source-differs'] + counts['missing-target'] > 0) process.exitCode = 1;
    });
};

const STRUCTURE_CHANGES = ['kept', 'changed', 'lost', 'added', 'moved'] as const;

/** Of files that could not be compared. */
const NO_RECEIPT: Receipt = { rows: [], counts: countRows([]), structure: null, reasons: [] };

/** Everything but what was kept; the words of findings are those of the workbench. */
function printReceipt(translator: Translator, { rows, counts, structure, reasons }: Receipt): void {
  for (const row of rows) {
    const findings = [
      ...row.differences.map((each) => describeDifference(translator, each)),
      ...row.repairs.map((each) => describeRepair(translator, each)),
    ];
    if (row.change === 'kept' && findings.length === 0) continue;
    print(
      `${translator.t(`receipt:change-${row.change}`)}  ${row.unit} > ${row.segment}  ${textOf(row.source)}`,
    );
    for (const finding of findings) print(`    ${finding}`);
  }
  for (const { change, kind, place, before, after } of structure?.differences ?? []) {
    const values = [before, after].filter((each) => each !== '').join(' → ');
    const name = translator.t(`receipt:kind-${kind}`);
    const what = translator.t(`receipt:structure-${change}`);
    print(`${what}  ${name}  ${place}${values === '' ? '' : `  ${values}`}`);
  }
  for (const { kind, ...counted } of structure?.counts ?? []) {
    const figures = STRUCTURE_CHANGES.map(
      (change) => `${translator.t(`receipt:structure-${change}`)} ${translator.number(counted[change])}`,
    );
    print(`${translator.t(`receipt:kind-${kind}`)}: ${figures.join(' · ')}`);
  }
  const tools = (structure?.tools ?? []).map(({ name, evidence }) => `${name} (${evidence})`);
  if (tools.length > 0) print(translator.t('receipt:tools', { tools: translator.list(tools) }));
  for (const { code, count, places } of reasons) {
    print(`${translator.t(`receipt:reason-${code}`, { count, places: places.join(', ') })} [${code}]`);
  }
  const figures = RECEIPT_CHANGES.map(
    (change) => `${translator.t(`receipt:change-${change}`)} ${translator.number(counts[change])}`,
  );
  print(figures.join(' · '));
}
