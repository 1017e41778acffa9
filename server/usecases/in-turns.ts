/** Long work without I/O, so done that others have their turn meanwhile: a save does not wait for a comparison. */

/** Runs to the end; at each `yield` everything that waits comes first. */
export async function inTurns<Result>(steps: Generator<undefined, Result>): Promise<Result> {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
    await takeTurns();
  }
}

/** Lets everything that waits come first. */
export function takeTurns(): Promise<void> {
  return new Promise((resolve) => {
    setImmediate(resolve);
  });
}
