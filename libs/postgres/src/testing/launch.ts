import { startPostgresWith } from '../start-postgres.js';

/** Starts PostgreSQL in the folder given and keeps it until killed; a gentler signal makes it forget to stop it. */
const [dataDir = '', refuge = ''] = process.argv.slice(2);
const onProgress = (line: string) => console.log(line);

process.once('SIGTERM', () => process.exit(1));
startPostgresWith({ dataDir, onProgress }, refuge).then(
  ({ url }) => console.log(`url ${url}`),
  (error: Error) => console.log(`${error.name}: ${error.message}`),
);
