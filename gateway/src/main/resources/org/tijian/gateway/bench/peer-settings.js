const { Pool } = require('pg');

module.exports = {
  uiHost: '127.0.0.1',
  uiPort: Number(process.env.BENCH_UI_PORT),
  disableEditor: true,
  credentialSecret: false,
  flowFile: 'flow.json',
  logging: { console: { level: 'info' } },
  functionGlobalContext: {
    pool: new Pool({ connectionString: process.env.BENCH_DATABASE, max: 10 }),
    batch: Number(process.env.BENCH_BATCH),
  },
};
