/** A workbench's data for one command: opened for it, closed whatever comes of it. */
import type { Dependencies } from '../usecases/dependencies.ts';
import type { CliContext } from './context.ts';

export interface DataOption {
  /** The folder; absent: where the configuration says. */
  readonly data?: string;
}

export async function withWorkbench(
  context: CliContext,
  options: DataOption,
  act: (deps: Dependencies) => Promise<void>,
): Promise<void> {
  const deps = await context.openWorkbench(options);
  try {
    await act(deps);
  } finally {
    await deps.store.close();
  }
}
