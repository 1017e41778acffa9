/** The tools whose flags are heeded. */
import { memoq } from './memoq.ts';
import { phrase } from './phrase.ts';
import { trados } from './trados.ts';
import type { Vendor } from './vendor.ts';
import { worldserver } from './worldserver.ts';

export const VENDORS: readonly Vendor[] = [trados, memoq, phrase, worldserver];
