/** `recto srx`: our segmentation rules for other tools. */
import { writeSegmentationRules } from '../usecases/write-segmentation-rules.ts';
import { writeOutput, type RegisterCommand } from './context.ts';

export const srx: RegisterCommand = (program) => {
  program
    .command('srx')
    .description(
      'write our segmentation rules as SRX 2.0; what SRX cannot say (quotations, lists, reports) is left out',
    )
    .option('-o, --output <file>', 'where to write', '-')
    .action(async (options: { output: string }) => {
      await writeOutput(options.output, writeSegmentationRules());
    });
};
