import { storeContract } from '../contracts/store.ts';
import { openPostgresStore } from '../../server/store/postgres/open.ts';
import { postgresUrl, schemaForTest } from '../support/postgres.ts';

const url = postgresUrl();
if (url !== null) {
  const schema = schemaForTest('contract');
  storeContract('PostgreSQL', {
    open: () => openPostgresStore(url, { schema }),
    another: () => openPostgresStore(url, { schema }),
  });
}
