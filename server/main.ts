/** Starts the workbench: `npm start`, `npm start -- --port 8080 --no-sample`. */
import { parseArgs } from 'node:util';
import { serve } from './serve.ts';

const { values } = parseArgs({
  options: {
    port: { type: 'string' },
    data: { type: 'string' },
    'no-sample': { type: 'boolean', default: false },
  },
});

await serve({
  sample: !values['no-sample'],
  port: values.port === undefined ? undefined : Number(values.port),
  dataFolder: values.data,
});
