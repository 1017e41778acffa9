/** `recto serve`: starts the workbench. */
import { InvalidArgumentError } from 'commander';
import type { RegisterCommand } from './context.ts';

export const serve: RegisterCommand = (program, context) => {
  program
    .command('serve')
    .description('start the workbench on 127.0.0.1')
    .option('--port <number>', 'port to listen on (0: one that is free)', portArgument)
    .option('--data <folder>', 'where the workbench keeps its data')
    .option('--no-sample', 'do not load the sample projects into an empty workbench')
    .action((options: { port?: number; data?: string; sample: boolean }) => context.serve(options));
};

function portArgument(text: string): number {
  const port = Number(text);
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new InvalidArgumentError('Not a port number.');
  return port;
}
