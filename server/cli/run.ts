/** The commands, and how their line is read. One more command is one file and one line. */
import { Command, CommanderError } from 'commander';
import { align } from './align.ts';
import { analyse } from './analyse.ts';
import { apply } from './apply.ts';
import { catalog } from './catalog.ts';
import { check } from './check.ts';
import { compare } from './compare.ts';
import type { CliContext, RegisterCommand } from './context.ts';
import { extract } from './extract.ts';
import { inspect } from './inspect.ts';
import { merge } from './merge.ts';
import { projects } from './projects.ts';
import { pseudo } from './pseudo.ts';
import { publish } from './publish.ts';
import { roundtrip } from './roundtrip.ts';
import { segment } from './segment.ts';
import { serve } from './serve.ts';
import { srx } from './srx.ts';
import { stats } from './stats.ts';
import { tm } from './tm.ts';
import { tmLookUp } from './tm-look-up.ts';
import { tmUpkeep } from './tm-upkeep.ts';
import { terms } from './terms.ts';
import { validate } from './validate.ts';

const COMMANDS: readonly RegisterCommand[] = [
  serve,
  inspect,
  segment,
  srx,
  align,
  extract,
  apply,
  merge,
  roundtrip,
  compare,
  check,
  validate,
  stats,
  analyse,
  pseudo,
  publish,
  catalog,
  projects,
  tm,
  tmLookUp,
  tmUpkeep,
  terms,
];

/** Runs one command; sets process.exitCode as the contract in context.ts says. */
export async function runCli(context: CliContext, args: readonly string[]): Promise<void> {
  const program = new Command('recto')
    .description('An open translation workbench: documents to XLIFF and back, and to editions.')
    .version(context.version)
    .showHelpAfterError()
    .exitOverride();
  for (const register of COMMANDS) register(program, context);
  for (const command of program.commands) command.exitOverride();
  try {
    await program.parseAsync(args, { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    process.exitCode = error.exitCode === 0 ? 0 : 2;
  }
}
