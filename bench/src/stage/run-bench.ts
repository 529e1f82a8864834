import { Stage } from './stage.js';

/**
 * Runs one benchmark on a stage; its figures are the last line of stdout, as one JSON object. `environment` adds to the
 * OMC's.
 */
export async function runBench(
  name: string,
  measure: (stage: Stage) => Promise<Record<string, unknown>>,
  environment: NodeJS.ProcessEnv = {},
): Promise<void> {
  const stage = await Stage.open(environment);
  try {
    const figures = await measure(stage);
    console.log(JSON.stringify({ bench: name, ...figures }));
  } finally {
    await stage.close();
  }
}
