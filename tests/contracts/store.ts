/**
 * The contract that every engine keeps: everything that the port promises, in the order of the port. Each test
 * makes its own project, so all share one store.
 */
import { afterAll, beforeAll, describe } from 'vitest';
import type { Store } from '../../server/store/store.ts';
import { aligningContract } from './store/aligning.ts';
import { checkingContract } from './store/checking.ts';
import { livingContract } from './store/living.ts';
import { concordanceContract } from './store/concordance.ts';
import { exchangingContract } from './store/exchanging.ts';
import { findingContract } from './store/finding.ts';
import { keepingContract } from './store/keeping.ts';
import { looselyPlacedContract, lookingUpContract } from './store/looking-up.ts';
import { rememberingContract } from './store/remembering.ts';
import { memoryActsContract } from './store/memory-acts.ts';
import { memoryModelContract } from './store/memory-model.ts';
import { resegmentingContract } from './store/resegmenting.ts';
import { savingContract } from './store/saving.ts';
import { sharingContract } from './store/sharing.ts';
import { surveyingContract } from './store/surveying.ts';
import { termsContract } from './store/terms.ts';

export interface StoreHarness {
  /** Opens a store without anything in it. */
  readonly open: () => Promise<Store>;
  /** Opens one more on the same data; null where the engine cannot. */
  readonly another: (() => Promise<Store>) | null;
}

export function storeContract(name: string, { open, another }: StoreHarness): void {
  describe(`${name} keeps the store contract:`, () => {
    let store: Store;
    beforeAll(async () => {
      store = await open();
    });
    afterAll(async () => {
      await store.close();
    });
    const current = (): Store => store;
    keepingContract(current);
    findingContract(current);
    savingContract(current);
    resegmentingContract(current);
    exchangingContract(current);
    checkingContract(current);
    livingContract(current);
    rememberingContract(current);
    lookingUpContract(current);
    looselyPlacedContract(current);
    concordanceContract(current);
    memoryModelContract(current);
    memoryActsContract(current);
    surveyingContract(current);
    termsContract(current);
    aligningContract(current);
    sharingContract(current, another);
  });
}
