/** A command is loaded by its word alone, so the word must be the one that its file registers. */
import { Command } from 'commander';
import { expect, test } from 'vitest';
import type { CliContext } from '../../server/cli/context.ts';
import { COMMANDS } from '../../server/cli/run.ts';

test.each(COMMANDS)('$words', async ({ words, load }) => {
  const program = new Command();
  // Nothing of it is needed before a command runs.
  const context: Partial<CliContext> = {};
  (await load())(program, context as CliContext);
  expect(program.commands.map((command) => command.name())).toEqual(words);
});
