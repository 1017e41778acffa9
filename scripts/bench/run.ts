/** `npm run bench`: our figures beside named peers, in one run. Ratios are what another machine sees again. */
import { benchSegmentation } from './segmentation.ts';
import { benchStore } from './store.ts';
import { benchXliff } from './xliff.ts';

for (const [name, run] of [
  ['Segmentation, MB/s', benchSegmentation],
  ['XLIFF 1.2, read and write, MB/s', benchXliff],
  ['Store', benchStore],
] as const) {
  console.log(`\n== ${name} ==`);
  await run();
}
