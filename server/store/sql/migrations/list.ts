/** All migrations, in order: the first leads to version 1. New ones go to the end. */
import { first } from './0001-first.ts';
import { exchange } from './0002-exchange.ts';
import { folding } from './0003-folding.ts';
import { segmentation } from './0004-segmentation.ts';
import { checks } from './0005-checks.ts';
import { memory } from './0006-memory.ts';
import { terms } from './0007-terms.ts';
import { memoryActs } from './0008-memory-acts.ts';
import { analysis } from './0009-analysis.ts';
import { living } from './0010-living.ts';
import { alignments } from './0011-alignments.ts';
import { upkeep } from './0012-upkeep.ts';
import { lookup } from './0013-lookup.ts';
import { concord } from './0014-concord.ts';
import { estimates } from './0015-estimates.ts';
import type { Migration } from './migration.ts';

export const MIGRATIONS: readonly Migration[] = [
  first,
  exchange,
  folding,
  segmentation,
  checks,
  memory,
  terms,
  memoryActs,
  analysis,
  living,
  alignments,
  upkeep,
  lookup,
  concord,
  estimates,
];
