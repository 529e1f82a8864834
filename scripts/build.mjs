import { buildAll } from './build/build-all.mjs';
import { runMain } from './failure.mjs';

await runMain(async () => {
  await buildAll();
  return 0;
});
