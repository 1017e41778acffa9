/** `recto validate FILE…`: each file held to the specification of its format. */
import { hasErrors } from '../core/problem.ts';
import { validateFile, type Validation } from '../usecases/validate-file.ts';
import {
  openInput,
  print,
  printJson,
  problemsForJson,
  report,
  type CliContext,
  type RegisterCommand,
} from './context.ts';

export const validate: RegisterCommand = (program, context) => {
  program
    .command('validate')
    .description('hold XLIFF files to their schema and to the constraints of the specification')
    .argument('<files...>')
    .option('--strict', 'XLIFF 1.2 by its strict schema: nothing deprecated, nothing foreign')
    .option('--json', 'one JSON value: an array, one a file')
    .action(async (files: string[], options: { strict?: true; json?: true }) => {
      const all: object[] = [];
      for (const file of files) {
        const { input, problems } = await openInput(file);
        const validation =
          input === null
            ? { format: null, problems }
            : validateFile({ ...input, strict: options.strict === true });
        report(context, validation.problems, file);
        if (options.json) all.push({ file, ...withMessages(context, validation) });
        else print(summary(file, validation));
      }
      if (options.json) printJson(all);
    });
};

/** What only a specification's prose asks is a warning: the file is valid with it. */
function isValid({ problems }: Validation): boolean {
  return !hasErrors(problems);
}

function summary(file: string, validation: Validation): string {
  const counts = (['error', 'warning'] as const).map((severity) => {
    const count = validation.problems.filter((each) => each.severity === severity).length;
    return `${count} ${count === 1 ? severity : `${severity}s`}`;
  });
  return `${isValid(validation) ? 'valid' : 'INVALID'}  ${file}  (${validation.format ?? '?'}; ${counts.join(', ')})`;
}

function withMessages(context: CliContext, validation: Validation): object {
  return {
    format: validation.format,
    valid: isValid(validation),
    problems: problemsForJson(context, validation.problems),
  };
}
