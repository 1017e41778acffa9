/** The commands, and how their line is read. One more command is one file and one line. */
import { Command, CommanderError } from 'commander';
import type { CliContext, RegisterCommand } from './context.ts';

/** What a line begins with, and the file that registers it, which is loaded for its own commands and for the help. */
interface CommandFile {
  readonly words: readonly string[];
  readonly load: () => Promise<RegisterCommand>;
}

export const COMMANDS: readonly CommandFile[] = [
  { words: ['serve'], load: async () => (await import('./serve.ts')).serve },
  { words: ['inspect'], load: async () => (await import('./inspect.ts')).inspect },
  { words: ['segment'], load: async () => (await import('./segment.ts')).segment },
  { words: ['srx'], load: async () => (await import('./srx.ts')).srx },
  { words: ['align'], load: async () => (await import('./align.ts')).align },
  { words: ['extract'], load: async () => (await import('./extract.ts')).extract },
  { words: ['apply'], load: async () => (await import('./apply.ts')).apply },
  { words: ['merge'], load: async () => (await import('./merge.ts')).merge },
  { words: ['roundtrip'], load: async () => (await import('./roundtrip.ts')).roundtrip },
  { words: ['compare'], load: async () => (await import('./compare.ts')).compare },
  { words: ['check'], load: async () => (await import('./check.ts')).check },
  { words: ['validate'], load: async () => (await import('./validate.ts')).validate },
  { words: ['stats'], load: async () => (await import('./stats.ts')).stats },
  { words: ['analyse'], load: async () => (await import('./analyse.ts')).analyse },
  { words: ['pseudo'], load: async () => (await import('./pseudo.ts')).pseudo },
  { words: ['publish'], load: async () => (await import('./publish.ts')).publish },
  { words: ['catalog'], load: async () => (await import('./catalog.ts')).catalog },
  { words: ['project', 'import', 'export'], load: async () => (await import('./projects.ts')).projects },
  { words: ['tm'], load: async () => (await import('./tm.ts')).tm },
  { words: ['tm'], load: async () => (await import('./tm-look-up.ts')).tmLookUp },
  { words: ['tm'], load: async () => (await import('./tm-upkeep.ts')).tmUpkeep },
  { words: ['terms'], load: async () => (await import('./terms.ts')).terms },
];

/** Runs one command; sets process.exitCode as the contract in context.ts says. */
export async function runCli(context: CliContext, args: readonly string[]): Promise<void> {
  const program = new Command('recto')
    .description('An open translation workbench: documents to XLIFF and back, and to editions.')
    .version(context.version)
    .showHelpAfterError()
    .exitOverride();
  const own = COMMANDS.filter(({ words }) => words.includes(args[0] ?? ''));
  for (const { load } of own.length > 0 ? own : COMMANDS) (await load())(program, context);
  for (const command of program.commands) command.exitOverride();
  try {
    await program.parseAsync(args, { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    process.exitCode = error.exitCode === 0 ? 0 : 2;
  }
}
