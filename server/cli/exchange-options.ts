/** How a command is told which XLIFF to make: for a tool, as a profile has it, or of a version; with which limits. */
import { Option } from 'commander';
import { readLimitList, type LimitList } from '../core/document/limit-list.ts';
import { readText, report, type CliContext } from './context.ts';

export interface ExchangeOptions {
  readonly xliff: string;
  readonly for?: string;
}

export function versionOption(): Option {
  return new Option('--xliff <version>', '1.2, 2.0, 2.1 or 2.2').default('2.1');
}

export function toolOption(): Option {
  const what =
    'as a tool wants it: omegat, cat (trados, memoq, phrase …), poedit (lokalize, weblate …), flat-2.0, xliff-2.1 …';
  return new Option('--for <tool>', what).conflicts('xliff');
}

export function limitsOption(): Option {
  const what = 'how long targets may be: a name, unit id or key, a tab and the most characters a line';
  return new Option('--limits <file>', what);
}

/** What that file says, its wrong lines reported; null where it cannot be read. */
export async function readLimits(context: CliContext, file: string | undefined): Promise<LimitList | null> {
  const text = file === undefined ? '' : await readText(context, file);
  if (text === null) return null;
  const { limits, problems } = readLimitList(text);
  report(context, problems, file);
  return limits;
}

/** What findProfile finds. */
export function profileOf(options: ExchangeOptions): string {
  return options.for ?? options.xliff;
}
