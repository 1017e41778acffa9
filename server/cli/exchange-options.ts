/** How a command is told which XLIFF to make: for a tool, as a profile has it, or of a version. */
import { Option } from 'commander';

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

/** What findProfile finds. */
export function profileOf(options: ExchangeOptions): string {
  return options.for ?? options.xliff;
}
