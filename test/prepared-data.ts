import { makeFreshOmc } from '@omc/harness';

/**
 * Makes a data directory with a database and its schema, once for all end-to-end tests: each OMC of theirs begins with a
 * copy. Tests of the first start itself ask for none.
 */
export default async function setup(): Promise<(() => Promise<void>) | undefined> {
  // Two projects ask for it; the processes of tests inherit the environment.
  if (process.env['OMC_PREPARED_DATA'] !== undefined) return undefined;
  const omc = await makeFreshOmc();
  await omc.start();
  await omc.end();
  process.env['OMC_PREPARED_DATA'] = omc.dataDir;
  return () => omc.remove();
}
