/** `recto check FILE…`: what the checks find in translations. */
import { InvalidArgumentError } from 'commander';
import type { Translator } from '../i18n/translator.ts';
import { checkFile, uncheckedFile, unknownChecks, type FileFinding } from '../usecases/check-file.ts';
import {
  DEFAULT_SOURCE_LANGUAGE,
  openInput,
  print,
  problemsForJson,
  printJson,
  readInput,
  report,
  targetLanguageOption,
  wantedLanguages,
  type CliContext,
  type RegisterCommand,
  type TargetLanguageChoice,
} from './context.ts';
import { fixedFile, type FixedFile } from './sarif-fixes.ts';
import { sarifLog, type CheckedFile } from './sarif.ts';

interface Options extends TargetLanguageChoice {
  readonly only?: readonly string[];
  readonly except?: readonly string[];
  readonly terms?: string;
  readonly strict?: true;
  readonly json?: true;
  readonly sarif?: true;
}

export const check: RegisterCommand = (program, context) => {
  program
    .command('check')
    .description('look for slips in translations; exits with 1 where there are findings other than notes')
    .argument('<files...>')
    .addOption(targetLanguageOption())
    .option('--only <ids>', 'these checks alone, separated by commas', checksArgument)
    .option('--except <ids>', 'all checks but these', checksArgument)
    .option('--terms <file>', 'terms to hold translations to: TBX, CSV or a tab-separated glossary')
    .option('--strict', 'notes count too')
    .option('--json', 'one JSON value: an array, one a file')
    .option('--sarif', 'one SARIF 2.1.0 log')
    .action(async (files: string[], options: Options) => {
      const all: CheckedFile[] = [];
      const texts = new Map<string, FixedFile>();
      const terms = options.terms === undefined ? undefined : await readInput(context, options.terms);
      if (terms === null) return;
      for (const file of files) {
        const { input, problems } = await openInput(file);
        const checked =
          input === null
            ? uncheckedFile(problems)
            : checkFile(context.files, {
                ...input,
                ...wantedLanguages(options),
                sourceLanguage: DEFAULT_SOURCE_LANGUAGE,
                ...(terms && { terms }),
                ...(options.only && { only: options.only }),
                ...(options.except && { except: options.except }),
              });
        report(context, checked.problems, file);
        all.push({ ...checked, file });
        const text = options.sarif && input !== null ? fixedFile(input.bytes) : null;
        if (text !== null) texts.set(file, text);
      }
      if (options.sarif) printJson(sarifLog(all, texts, context.translator, context.version));
      else if (options.json) printJson(all.map((each) => withMessages(context, each)));
      else for (const each of all) printFindings(each, context.translator);
      const counts = all
        .flatMap(({ findings }) => findings)
        .filter((each) => options.strict || each.severity !== 'note');
      if (counts.length > 0) process.exitCode = 1;
    });
};

/** For commander: ids of checks, or a usage error. */
function checksArgument(text: string): readonly string[] {
  const ids = text.split(',').map((id) => id.trim());
  const [unknown] = unknownChecks(ids);
  if (unknown !== undefined) throw new InvalidArgumentError(`“${unknown}” is no check.`);
  return ids;
}

function printFindings({ file, findings, segments }: CheckedFile, translator: Translator): void {
  for (const finding of findings) {
    const { place, unit, segment, severity } = finding;
    const position = place?.line === undefined ? '' : `${place.line}:${place.column ?? 1}:`;
    const name = translator.t(`problems:severity-${severity}`);
    print(
      `${file}:${position} unit ${unit} > segment ${segment}: ${name}: ${messageOf(finding, translator)} [${finding.check}]`,
    );
  }
  print(`${file}: ${segments} segments, ${findings.length} findings`);
}

function messageOf({ check: id, message = 'message', values }: FileFinding, translator: Translator): string {
  return translator.check(id, message, values);
}

function withMessages(context: CliContext, { findings, problems, ...file }: CheckedFile): object {
  return {
    ...file,
    problems: problemsForJson(context, problems),
    findings: findings.map((finding) => ({
      unit: finding.unit,
      segment: finding.segment,
      place: finding.place,
      code: finding.check,
      severity: finding.severity,
      message: messageOf(finding, context.translator),
      target: finding.target,
      source: finding.source ?? null,
      fix: finding.fix ?? null,
    })),
  };
}
