/** `npm run bench`: our figures beside named peers, in one run. Ratios are what another machine sees again. */
import { benchSegmentation } from './segmentation.ts';
import { benchStore } from './store.ts';
import { benchXliff } from './xliff.ts';

console.log('== Segmentation ==');
benchSegmentation();
console.log('\n== XLIFF, read and write ==');
benchXliff();
console.log('\n== Store, SQLite ==');
for (const { name, value, unit } of await benchStore()) console.log(`${name}: ${value.toFixed(1)} ${unit}`);
