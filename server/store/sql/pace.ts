/** Lets other work have its turn between two batches of a long one, so that single saves stay quick. */
export function breathe(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, 2);
  });
}
