/** `recto inspect FILE`: what the file holds. */
import type { LanguageTag } from '../core/text/language.ts';
import { inspectFile, refusedInspection, type Inspection } from '../usecases/inspect-file.ts';
import {
  countArgument,
  DEFAULT_SOURCE_LANGUAGE,
  languageArgument,
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

interface InspectOptions {
  readonly sourceLanguage: LanguageTag;
  readonly from?: number;
  readonly limit?: number;
  readonly json?: true;
}

export const inspect: RegisterCommand = (program, context) => {
  program
    .command('inspect')
    .description('show what a file holds: units, segments, inline codes, states, notes')
    .argument('<file>')
    .option(
      '--source-language <tag>',
      'language of a monolingual document',
      languageArgument,
      DEFAULT_SOURCE_LANGUAGE,
    )
    .addOption(targetLanguageOption())
    .option('--from <number>', 'the first unit to show, counted from 1', countArgument)
    .option('--limit <number>', 'how many units to show', countArgument)
    .option('--json', 'one JSON value')
    .action(async (file: string, options: InspectOptions & TargetLanguageChoice) => {
      const { input, problems } = await openInput(file);
      const inspection =
        input === null
          ? refusedInspection(problems)
          : inspectFile(context.files, {
              ...input,
              ...wantedLanguages(options),
              sourceLanguage: options.sourceLanguage,
              page: { from: (options.from ?? 1) - 1, limit: options.limit ?? Infinity },
            });
      if (options.json) {
        printJson({ ...inspection, problems: problemsForJson(context, inspection.problems) });
      } else {
        printInspection(inspection);
      }
      report(context, inspection.problems, input?.fileName);
    });
};

function printInspection(inspection: Inspection): void {
  if (inspection.format === null) return;
  print(
    `${inspection.variant ?? inspection.format}  ${inspection.sourceLanguage ?? '?'} → ${inspection.targetLanguage ?? '–'}`,
  );
  if (inspection.units.length < inspection.unitCount) {
    print(`${inspection.units.length} of ${inspection.unitCount} units`);
  }
  for (const unit of inspection.units) {
    print(`${unit.id}${unit.translate ? '' : '  (not translatable)'}`);
    for (const segment of unit.segments) {
      print(`  ${segment.id}  ${segment.state}  ${line(segment.source)}`);
      if (segment.target !== null) print(`  ${' '.repeat(segment.id.length)}  → ${line(segment.target)}`);
    }
  }
}

function line(parts: Inspection['units'][number]['segments'][number]['source']): string {
  return parts
    .map((part) => (typeof part === 'string' ? part : `⟨${part.text || part.id}⟩`))
    .join('')
    .replace(/\s+/gu, ' ');
}
